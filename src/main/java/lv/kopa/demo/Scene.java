package lv.kopa.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventState;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.OutcomePlan;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * An event of the demonstration and who comes to it.
 *
 * @param state where it stands, unless it is simply announced
 * @param outcome what came of it
 * @param cancelled why it does not take place
 * @param delegation a partner that was given places
 * @param held the parts of what is over at which a list was kept, from 0
 */
@Serdeable
record Scene(
        EventPlan plan,
        @Nullable EventState state,
        @Nullable OutcomePlan outcome,
        @Nullable String cancelled,
        @Nullable List<Guest> guests,
        @Nullable Envoy delegation,
        @Nullable List<Integer> held) {

    List<Integer> heldOrNone() {
        return Optional.ofNullable(held).orElse(List.of());
    }

    List<Guest> guestsOrNone() {
        return Optional.ofNullable(guests).orElse(List.of());
    }

    /**
     * A partner that is given places, and whom its head has named so far.
     *
     * @param in the tag of the head's language
     */
    @Serdeable
    record Envoy(String partner, String head, String email, String in, int places, String until, List<Guest> people) {}

    /** What becomes of a registration. */
    enum Then {
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    /**
     * Somebody who registers.
     *
     * @param as the key of a category
     * @param of the organisation they belong to
     * @param in the tag of their language
     * @param sessions which of the event's sessions they choose, from 0
     * @param allows what they agree to besides what everybody has to
     * @param because the reason for what becomes of it
     * @param missed which parts they were not at, from 0
     */
    @Serdeable
    record Guest(
            String name,
            @Nullable String email,
            @Nullable String as,
            @Nullable String of,
            String in,
            @Nullable List<Integer> sessions,
            @Nullable String allows,
            @Nullable Then then,
            @Nullable String because,
            @Nullable List<Integer> missed) {
        /** Nobody's, so that not even a demonstration with a mail server writes to a stranger. */
        private static final String DOMAIN = "@demo.invalid";

        boolean wasAt(int part) {
            return missed == null || !missed.contains(part);
        }

        Wish wish(List<Long> sessionIds) {
            return new Wish(
                            as,
                            name,
                            Optional.ofNullable(email).orElse(Slug.of(name).replace('-', '.') + DOMAIN),
                            null,
                            of,
                            in,
                            null,
                            allows == null ? List.of("privacy") : List.of("privacy", allows),
                            Optional.ofNullable(sessions).orElse(List.of()).stream()
                                    .map(sessionIds::get)
                                    .toList(),
                            null)
                    .aged(false, null);
        }
    }
}
