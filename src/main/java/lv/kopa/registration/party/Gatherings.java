package lv.kopa.registration.party;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.web.Token;

/** Writes parties down, each transaction with everybody in it, their places and the mails about them. */
@Singleton
@UnitOfWork
class Gatherings {
    private final PartyRepository repository;
    private final Bringing bringing;
    private final PartyMail mail;
    private final Telling telling;

    Gatherings(PartyRepository repository, Bringing bringing, PartyMail mail, Telling telling) {
        this.repository = repository;
        this.bringing = bringing;
        this.mail = mail;
        this.telling = telling;
    }

    Token register(Contact contact, Parties.Request request) {
        List<Outcome> outcomes = bring(contact, request);
        Party party = repository.save(new Party(
                null,
                request.event().event().id(),
                contact.name(),
                contact.email().value(),
                contact.phone(),
                contact.organisation(),
                contact.language().tag(),
                ConsentText.PARTY.version(),
                telling.now()));
        enter(party, request, outcomes);
        Token link = link(party);
        mail.registered(request.event(), party, people(party), link);
        return link;
    }

    Token add(Party party, Token link, Parties.Request request) {
        enter(party, request, bring(party.contact(), request));
        return link;
    }

    /** First of all, since whatever else is written here would share the event's row, and then nobody could have it alone. */
    private List<Outcome> bring(Contact contact, Parties.Request request) {
        return bringing.bring(request.event(), request.guests(), contact.host(), request.restMayWait());
    }

    private void enter(Party party, Parties.Request request, List<Outcome> outcomes) {
        repository.submit(request.submission(), party.key());
        for (int i = 0; i < outcomes.size(); i++) {
            Member member = Member.of(party.key(), request.guests().get(i).applicant(), outcomes.get(i));
            repository.join(
                    party.key(), member.registrationId(), member.name(), member.categoryId(), member.standing());
        }
    }

    private Token link(Party party) {
        Token link = Token.random();
        repository.addLink(link.hash(), party.key(), telling.now());
        return link;
    }

    /** A new link to what came of the same form when it was sent before. */
    Optional<Token> again(long event, String submission) {
        return repository.submitted(submission, event).map(this::link);
    }

    List<Companion> people(Party party) {
        Map<Long, Registration> registrations = repository.registrations(party.key()).stream()
                .collect(Collectors.toMap(Registration::id, Function.identity()));
        return repository.members(party.key()).stream()
                .map(member -> Companion.of(
                        member, Optional.ofNullable(member.registrationId()).map(registrations::get)))
                .toList();
    }
}
