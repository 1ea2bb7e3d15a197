package lv.kopa.export;

import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.paper.Press;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.own.Situation;
import lv.kopa.registration.own.Situations;
import lv.kopa.registration.own.Step;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Token;

/** Hands people what is kept about them. */
@Singleton
class OwnDataSheets {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Events events;
    private final Situations situations;
    private final OwnDataFile file;
    private final Press press;
    private final Clock clock;

    OwnDataSheets(
            Registrations registrations,
            Events events,
            Situations situations,
            OwnDataFile file,
            Press press,
            Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.situations = situations;
        this.file = file;
        this.press = press;
        this.clock = clock;
    }

    /** @throws lv.kopa.registration.UnknownRegistration where the link opens none */
    byte[] json(Token link, Language language) {
        Registration registration = registrations.byLink(link);
        EventDetails event = events.get(registration.eventId());
        return file.json(file.of(registration, event, situations.of(registration, event), language));
    }

    /**
     * @throws lv.kopa.registration.UnknownRegistration where the link opens none
     * @throws PressBusy where too many others print theirs
     */
    byte[] pdf(Token link, Language language) {
        Registration registration = registrations.byLink(link);
        EventDetails event = events.get(registration.eventId());
        Situation situation = situations.of(registration, event);
        OwnDataPaper paper = new OwnDataPaper(
                file.of(registration, event, situation, language),
                Step.of(situation, Texts.in(language)),
                event.event().zone(),
                clock.instant(),
                language);
        return press.print(() -> templates.exportOwn(paper));
    }
}
