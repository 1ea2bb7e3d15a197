package lv.kopa.registration.words.edit;

import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.Organisation;
import lv.kopa.registration.words.Scope;

/**
 * What words are for: an event, or all of an organisation's.
 *
 * @param event the one; for an organisation's words, one to see them in
 */
public record Subject(Scope scope, Organisation organisation, Optional<EventDetails> event, boolean ofEvent) {
    static final String EVENTS = "events";
    static final String ORGANISATIONS = "organisations";

    /** The page of what it is. */
    public String back() {
        return ofEvent
                ? "/organiser/" + EVENTS + "/" + event.orElseThrow().event().slug()
                : "/organiser/" + ORGANISATIONS + "/" + organisation.slug();
    }

    public String path() {
        return back() + "/texts";
    }

    /** The end of the keys of what is said differently of the two. */
    public String key() {
        return ofEvent ? "event" : "organisation";
    }
}
