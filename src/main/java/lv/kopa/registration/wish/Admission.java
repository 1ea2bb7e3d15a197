package lv.kopa.registration.wish;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventState;
import lv.kopa.event.Visibility;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Whether an event takes registrations at the moment: each rule a small policy that may say no, and why. */
public enum Admission {
    IS_ANNOUNCED {
        @Override
        boolean allows(Event event, Knock knock) {
            return event.state() != EventState.DRAFT;
        }
    },
    TAKES_PLACE {
        @Override
        boolean allows(Event event, Knock knock) {
            return event.state() != EventState.CANCELLED;
        }
    },
    IS_NOT_OVER {
        @Override
        boolean allows(Event event, Knock knock) {
            return event.state() != EventState.COMPLETED && !event.isOver(knock.now());
        }
    },
    IS_OPEN {
        @Override
        boolean allows(Event event, Knock knock) {
            return event.opensAt() == null || !knock.now().isBefore(event.opensAt());
        }
    },
    IS_NOT_CLOSED {
        @Override
        boolean allows(Event event, Knock knock) {
            Instant end = event.registrationEnds();
            return end == null || knock.now().isBefore(end);
        }
    },
    IS_INVITED {
        @Override
        boolean allows(Event event, Knock knock) {
            return event.visibility() != Visibility.INVITATION
                    || knock.byName()
                    || (knock.invitation() != null
                            && Token.typed(knock.invitation()).hash().equals(event.invitationHash()));
        }
    };

    /**
     * Somebody at the door: when, and with which invitation.
     *
     * @param byName whether it is one of their own, and good
     */
    public record Knock(Instant now, @Nullable String invitation, boolean byName) {
        public Knock(Instant now, @Nullable String invitation) {
            this(now, invitation, false);
        }
    }

    abstract boolean allows(Event event, Knock knock);

    /** Why nobody can register now, or nothing. */
    public static Optional<Closed> refusal(Event event, Knock knock, Language reader) {
        return Stream.of(values())
                .filter(rule -> !rule.allows(event, knock))
                .findFirst()
                .map(rule -> new Closed(rule, rule.sentence(event, reader)));
    }

    /** The rule that says no, and its sentence. */
    public record Closed(Admission rule, Sentence sentence) {}

    private Sentence sentence(Event event, Language reader) {
        return switch (this) {
            case IS_ANNOUNCED -> Sentence.of("event.unknown");
            case TAKES_PLACE -> Sentence.of("registration.closed.cancelled");
            case IS_NOT_OVER -> Sentence.of("registration.closed.over");
            case IS_OPEN -> Sentence.of("registration.closed.not-yet", when(event, event.opensAt(), reader));
            case IS_NOT_CLOSED ->
                event.closesAt() == null
                        ? Sentence.of("registration.closed.begun")
                        : Sentence.of("registration.closed.since", when(event, event.closesAt(), reader));
            case IS_INVITED -> Sentence.of("registration.closed.by-invitation");
        };
    }

    private static String when(Event event, @Nullable Instant instant, Language reader) {
        return instant == null ? "" : Dates.in(reader).deadline(instant, event.zone());
    }
}
