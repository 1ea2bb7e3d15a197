package lv.kopa.organisation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Changes;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Zones;

/** The organisations of this installation. */
@Singleton
public class Organisations {
    private final OrganisationRepository organisations;
    private final Audit audit;
    private final Clock clock;

    Organisations(OrganisationRepository organisations, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Organisation> find(long id) {
        return organisations.findById(id);
    }

    public Optional<Organisation> find(String slug) {
        return organisations.findBySlug(slug);
    }

    /**
     * One that must be there.
     *
     * @throws UnknownOrganisation where it is not
     */
    public Organisation get(String slug) {
        return find(slug).orElseThrow(UnknownOrganisation::new);
    }

    /** The zone of the clocks an organiser looks at: that of the first of their organisations, or of their events'. */
    public ZoneId home(Organiser organiser) {
        return Stream.concat(
                        organiser.organisations().stream(),
                        organiser.events().stream().map(EventRole::organisationId))
                .findFirst()
                .flatMap(this::find)
                .map(Organisation::zone)
                .orElse(Zones.HOME);
    }

    /** All of them by name. */
    public List<Organisation> all() {
        return organisations.all();
    }

    /** Some of them by their ids. */
    public Map<Long, Organisation> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : organisations.findByIdIn(ids).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    /**
     * Takes a new one in.
     *
     * @throws SlugTaken where another has the same short name
     */
    @UnitOfWork
    public Organisation create(String slug, Profile profile, String actor) {
        if (organisations.existsBySlug(slug)) {
            throw new SlugTaken();
        }
        Organisation created = organisations.save(Organisation.founded(slug, profile, clock.instant()));
        audit.record(new Deed(actor, "organisation", created.id(), "created"));
        return created;
    }

    /**
     * Changes what an organisation says of itself.
     *
     * @param version of the organisation as the change was made to
     * @throws ChangedMeanwhile where it has another version by now
     */
    @UnitOfWork
    public void change(long id, int version, Profile profile, String actor) {
        Contact contact = profile.contact();
        Optional<Organisation> before = find(id);
        int changed = organisations.change(
                id,
                version,
                profile.name(),
                profile.about(),
                profile.accent(),
                contact.email(),
                contact.phone(),
                contact.website(),
                contact.address(),
                profile.zone().getId());
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        audit.record(new Deed(actor, "organisation", id, "changed").with(changes(before, id)));
    }

    /**
     * Changes as whom an organisation writes mails.
     *
     * @param version of the organisation as the change was made to
     * @throws ChangedMeanwhile where it has another version by now
     */
    @UnitOfWork
    public void changeSender(long id, int version, Organisation.Writer writer, String actor) {
        Optional<Organisation> before = find(id);
        if (organisations.changeSender(id, version, writer.name(), writer.replyTo()) == 0) {
            throw new ChangedMeanwhile();
        }
        audit.record(new Deed(actor, "organisation", id, "sender-changed").with(changes(before, id)));
    }

    private List<Change> changes(Optional<Organisation> before, long id) {
        return before.flatMap(was -> find(id).map(is -> Changes.between(was, is, Set.of("version"))))
                .orElse(List.of());
    }

    public Optional<Logo> logo(String slug) {
        return organisations.logo(slug);
    }

    @UnitOfWork
    public void keepLogo(long id, Logo logo, String actor) {
        organisations.keepLogo(id, logo.content(), logo.type());
        audit.record(new Deed(actor, "organisation", id, "logo-changed"));
    }

    @UnitOfWork
    public void removeLogo(long id, String actor) {
        organisations.removeLogo(id);
        audit.record(new Deed(actor, "organisation", id, "logo-removed"));
    }
}
