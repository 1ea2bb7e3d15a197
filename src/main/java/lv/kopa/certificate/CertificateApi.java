package lv.kopa.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Api;
import lv.kopa.web.Links;
import lv.kopa.web.api.Cursor;
import lv.kopa.web.api.InParts;
import lv.kopa.web.api.Page;
import lv.kopa.web.api.Unlisted;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/events/{slug}/certificates")
@Api
@Tag(name = "Certificates")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CertificateApi {
    private final Certificates certificates;
    private final Events events;
    private final Registrations registrations;
    private final Links links;

    CertificateApi(Certificates certificates, Events events, Registrations registrations, Links links) {
        this.certificates = certificates;
        this.events = events;
        this.registrations = registrations;
        this.links = links;
    }

    /**
     * Lists the certificates that were issued to people of an event, the latest last, with those that were replaced or
     * withdrawn.
     *
     * @return one part of it
     */
    @Get
    @InParts
    Page<CertificateItem> list(String slug, @Unlisted Organiser organiser, @Unlisted Cursor cursor) {
        EventDetails event = events.own(slug, organiser);
        Page<Certificate> page =
                Page.of(cursor, certificates.some(event.event(), cursor.after(), cursor.sizeAndOne()), Certificate::id);
        Map<Long, String> references = registrations.references(
                page.items().stream().map(Certificate::registrationId).toList());
        return new Page<>(
                page.items().stream()
                        .map(certificate -> CertificateItem.of(
                                certificate,
                                Objects.requireNonNull(references.get(certificate.registrationId())),
                                links.to("/verify/" + certificate.number())))
                        .toList(),
                page.next());
    }

    /** Whether a certificate is good. */
    enum Standing {
        VALID,
        /** Another was issued in its place. */
        REPLACED,
        WITHDRAWN
    }

    /**
     * A certificate as it was issued.
     *
     * @param number by which anybody can verify it
     * @param registration the reference of whose it is
     * @param name of the person; "" once they were forgotten
     * @param language the tag of the one it is in
     * @param minutes how long the person was there
     * @param issuedBy who issued it: {@code person:12}
     * @param withdrawnAt null where it was not
     * @param verify where anybody sees whether it is genuine
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CertificateItem(
            String number,
            String registration,
            String name,
            String language,
            int minutes,
            Standing standing,
            Instant issuedAt,
            String issuedBy,
            @Nullable Instant withdrawnAt,
            String verify) {

        static CertificateItem of(Certificate certificate, String registration, String verify) {
            return new CertificateItem(
                    certificate.number(),
                    registration,
                    certificate.name(),
                    certificate.language(),
                    certificate.minutes(),
                    certificate.stands()
                            ? Standing.VALID
                            : certificate.isWithdrawn() ? Standing.WITHDRAWN : Standing.REPLACED,
                    certificate.issuedAt(),
                    certificate.issuedBy(),
                    certificate.withdrawnAt(),
                    verify);
        }
    }
}
