package lv.kopa.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.question.Trait;
import org.jspecify.annotations.Nullable;

/** What people are told apart by. */
public enum Dimension {
    CATEGORY(null, "report.by.category"),
    ORGANISATION(null, "report.by.organisation"),
    COUNTRY(Trait.COUNTRY, Trait.COUNTRY.textKey()),
    AGE_GROUP(Trait.AGE_GROUP, Trait.AGE_GROUP.textKey()),
    GENDER(Trait.GENDER, Trait.GENDER.textKey());

    private final @Nullable Trait trait;
    private final String textKey;

    Dimension(@Nullable Trait trait, String textKey) {
        this.trait = trait;
        this.textKey = textKey;
    }

    static Optional<Dimension> of(String key) {
        return Stream.of(values())
                .filter(dimension -> dimension.key().equals(key))
                .findFirst();
    }

    /** What a question has to count as for it; nothing where registrations say it by themselves. */
    Optional<Trait> trait() {
        return Optional.ofNullable(trait);
    }

    /** Whether it is about people themselves, so that a small group would give somebody away. */
    public boolean isPersonal() {
        return trait != null;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name. */
    public String textKey() {
        return textKey;
    }
}
