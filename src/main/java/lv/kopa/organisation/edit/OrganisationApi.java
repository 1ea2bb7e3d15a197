package lv.kopa.organisation.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import lv.kopa.organisation.Contact;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.text.Translated;
import lv.kopa.web.Api;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/organisations")
@Api
@Tag(name = "Organisations and projects")
@Secured(SecurityRule.IS_ANONYMOUS)
class OrganisationApi {
    private final Organisations organisations;
    private final Links links;

    OrganisationApi(Organisations organisations, Links links) {
        this.organisations = organisations;
        this.links = links;
    }

    /**
     * Lists the organisations of this installation by name.
     *
     * @return all of them
     */
    @Get
    Page list() {
        return new Page(organisations.all().stream().map(this::item).toList());
    }

    /**
     * Shows one organisation.
     *
     * @return the organisation
     */
    @Get("/{slug}")
    Item show(String slug) {
        return item(organisations.get(slug));
    }

    private Item item(Organisation organisation) {
        String logo = organisation.logoPath();
        return new Item(
                organisation.slug(),
                organisation.name(),
                organisation.about(),
                organisation.accent().css(),
                organisation.contact(),
                organisation.timeZone(),
                new ItemLinks(
                        links.to(organisation.path()),
                        links.to(organisation.path() + "/calendar.ics"),
                        logo == null ? null : links.to(logo)));
    }

    /** All organisations. */
    @Serdeable
    record Page(@JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {}

    /** An organisation as programs see it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            String slug,
            String name,
            Translated about,
            String accent,
            Contact contact,
            String timeZone,
            ItemLinks links) {}

    /** Where else to look. */
    @Serdeable
    record ItemLinks(String page, String calendar, @Nullable String logo) {}
}
