package lv.kopa.demo;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;

/** Takes organisations in, with their teams and projects. */
@Singleton
class Founding {
    private final Organisations organisations;
    private final People people;
    private final Projects projects;

    Founding(Organisations organisations, People people, Projects projects) {
        this.organisations = organisations;
        this.people = people;
        this.projects = projects;
    }

    void found(Scenery.Association association, String password) {
        Organisation founded = organisations.create(
                association.slug(),
                new Profile(
                        association.name(),
                        association.about(),
                        association.accent(),
                        association.contact(),
                        ZoneId.of(association.zone())),
                Deed.SYSTEM);
        association.team().forEach(member -> join(member, founded, password));
    }

    private void join(Scenery.Member member, Organisation organisation, String password) {
        EmailAddress email = new EmailAddress(member.email());
        long person =
                people.create(member.name(), email, password, member.language()).id();
        people.join(person, organisation.id(), member.role(), Deed.SYSTEM);
    }

    void grant(Scenery.Grant grant) {
        ProjectPlan plan = new ProjectPlan(
                grant.slug(),
                grant.number(),
                grant.title(),
                grant.description(),
                grant.funder(),
                grant.acknowledgement(),
                null,
                null,
                grant.activities().stream()
                        .map(item -> new ProjectPlan.Item(0, item.number(), item.title(), item.participants()))
                        .toList());
        projects.create(organisations.get(grant.organisation()).id(), plan, Deed.SYSTEM);
    }
}
