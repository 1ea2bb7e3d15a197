package lv.kopa.registration.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Screening;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Sentence;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;

/**
 * What a contact is answered who sends a form with people in it, the first or one with further people. Whatever is the
 * matter, the page comes back with all that was typed.
 */
@Singleton
class PartyAnswer {
    private final StaticTemplates templates = new StaticTemplates();
    private final Parties parties;
    private final Limits limits;

    PartyAnswer(Parties parties, Limits limits) {
        this.parties = parties;
        this.limits = limits;
    }

    /** What a form says that could be read. */
    private record Read(Contact contact, Parties.Request request) {
        /** To whom there will be mails. */
        List<String> written() {
            Stream<String> own = request.guests().stream()
                    .filter(Guest::ownAddress)
                    .map(guest -> guest.applicant().email().key());
            return Stream.concat(Stream.of(contact.email().key()), own)
                    .distinct()
                    .toList();
        }
    }

    /**
     * Answers a form.
     *
     * @param fresh the page with it, and with the event as it is now
     * @param registering what registers its people, and gives the secret of the contact's page
     */
    HttpResponse<byte[]> to(
            Supplier<PartyFormPage> fresh, BiFunction<Contact, Parties.Request, Token> registering, Network network) {
        PartyFormPage page = fresh.get();
        Form form = page.form();
        if (PartyRows.change(form) || (form.isToTranslate() && !form.has("sent"))) {
            return show(HttpStatus.OK, page);
        }
        if (Screening.isDoubtful(form, page.shell())) {
            return show(HttpStatus.FORBIDDEN, page);
        }
        if (Screening.isTrapped(form)) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        try {
            return sentBefore(page)
                    .map(link -> done(page, link))
                    .orElseGet(() -> register(page, read(page), registering, network));
        } catch (TooOften tooOften) {
            return later(page, tooOften);
        } catch (NotForAll some) {
            return show(HttpStatus.CONFLICT, fresh.get().seated(some.seated()));
        } catch (RegistrationClosed closed) {
            form.reject("", closed.sentence());
            return show(HttpStatus.CONFLICT, fresh.get().with(Hitch.CLOSED));
        }
    }

    private Optional<Token> sentBefore(PartyFormPage page) {
        return page.form().isToTranslate()
                ? Optional.empty()
                : parties.again(page.view().event().id(), page.form().submission());
    }

    /** Only good where the form has no errors then. */
    private static Read read(PartyFormPage page) {
        Form form = page.form();
        PartyReader reader = new PartyReader(page.view(), form);
        Contact contact = page.party().map(Party::contact).orElseGet(reader::contact);
        List<Guest> guests = reader.guests(contact.email(), contact.organisation());
        reader.checkConsent();
        return new Read(
                contact,
                new Parties.Request(
                        page.view().details(),
                        guests,
                        form.submission(),
                        form.chose("rest", "wait"),
                        form.filled("invitation")));
    }

    private HttpResponse<byte[]> register(
            PartyFormPage page, Read read, BiFunction<Contact, Parties.Request, Token> registering, Network network) {
        Form form = page.form();
        closed(page).ifPresent(why -> {
            throw new RegistrationClosed(why);
        });
        if (form.isToBeSeenAgain()) {
            form.replace("sent", "yes");
            return show(HttpStatus.UNPROCESSABLE_ENTITY, page);
        }
        if (Shown.rejectMoved(page.view().details(), form)) {
            return show(HttpStatus.CONFLICT, page);
        }
        if (form.isToTranslate()) {
            return show(HttpStatus.OK, page);
        }
        Limits.Counted counted = limits.countRegistrations(
                network, read.request().guests().size(), Screening.effort(form), read.written());
        try {
            return done(page, registering.apply(read.contact(), read.request()));
        } catch (NotForAll some) {
            counted.giveBack();
            throw some;
        } catch (RegistrationClosed closed) {
            counted.giveBackMails();
            throw closed;
        }
    }

    private Optional<Sentence> closed(PartyFormPage page) {
        EventDetails event = page.view().details();
        return page.party().isPresent()
                ? parties.closedToMore(event, page.shell().language())
                : parties.closed(
                        event, page.form().get("invitation"), page.shell().language());
    }

    private HttpResponse<byte[]> done(PartyFormPage page, Token link) {
        return Flash.seeOther(
                "/p/" + link.secret() + inVain(page, link),
                page.party().isPresent() ? "registration.party.added" : "registration.party.done");
    }

    /** Of whom something was answered that nobody asks any longer, for the page that follows to say. */
    private String inVain(PartyFormPage page, Token link) {
        List<Integer> rows = PartyRows.filled(page.form());
        List<Integer> vain = IntStream.range(0, rows.size())
                .filter(i -> page.inquiry(rows.get(i)).isAnsweredInVain())
                .boxed()
                .toList();
        if (vain.isEmpty()) {
            return "";
        }
        List<Companion> people = parties.people(parties.byLink(link));
        int first = people.size() - rows.size();
        return vain.stream()
                .filter(i -> first + i >= 0)
                .map(i -> String.valueOf(people.get(first + i).id()))
                .collect(Collectors.joining(".", "?" + PartyPage.UNASKED + "=", ""));
    }

    private HttpResponse<byte[]> later(PartyFormPage page, TooOften tooOften) {
        page.form().reject("", tooOften.sentence());
        PartyFormPage met = tooOften.isHelpedByEffort() ? page.with(Hitch.CROWD) : page;
        return Html.later(tooOften.howLong(), templates.registrationPartyForm(met));
    }

    private HttpResponse<byte[]> show(HttpStatus status, PartyFormPage page) {
        return Html.with(status, templates.registrationPartyForm(page));
    }
}
