package lv.kopa.demo;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.People;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.delegation.Filling;
import lv.kopa.registration.delegation.Grant;
import lv.kopa.registration.delegation.Granting;
import lv.kopa.text.Language;
import lv.kopa.web.Token;

/** Gives a partner places of an event, and has its head name some of its people. */
@Singleton
class Hosting {
    private final Granting granting;
    private final Filling filling;
    private final Delegations delegations;
    private final People people;

    Hosting(Granting granting, Filling filling, Delegations delegations, People people) {
        this.granting = granting;
        this.filling = filling;
        this.delegations = delegations;
        this.people = people;
    }

    void invite(EventDetails event, Scene.Envoy envoy) {
        long giver = people.find(new EmailAddress(Demonstration.ORGANISER))
                .orElseThrow()
                .id();
        Grant grant = new Grant(
                null,
                envoy.partner(),
                new Grant.Head(
                        envoy.head(),
                        new EmailAddress(envoy.email()),
                        Language.of(envoy.in()).orElseThrow()),
                null,
                LocalDateTime.parse(envoy.until()).atZone(event.event().zone()).toInstant(),
                new TreeMap<>(Map.of(Grant.kinds(event, List.of()).get(0), envoy.places())));
        Delegation delegation = granting.give(
                event.event().id(),
                grant,
                new Granting.Giver(giver, Deed.SYSTEM),
                Token.random().hash());
        long places =
                delegations.standing(delegation, event).allotments().get(0).key();
        envoy.people()
                .forEach(person -> filling.name(
                        delegation,
                        places,
                        new Guest(person.wish(List.of()).withoutAnswersIn(event), true),
                        Token.random().hash()));
    }
}
