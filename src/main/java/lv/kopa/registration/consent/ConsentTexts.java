package lv.kopa.registration.consent;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.text.Language;

/** Keeps what people agree to for as long as anybody may ask: each text before anybody can agree to it. */
@Singleton
class ConsentTexts {
    private final ConsentTextRepository repository;
    private final Clock clock;

    ConsentTexts(ConsentTextRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @EventListener
    @UnitOfWork
    void keep(StartupEvent started) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> known = Set.copyOf(repository.known());
        List<KeptText> missing = Stream.of(ConsentText.values())
                .flatMap(text -> Stream.of(Language.values()).map(language -> kept(text, language, now)))
                .filter(text -> !known.contains(text.name()))
                .toList();
        if (!missing.isEmpty()) {
            repository.keep(missing);
        }
    }

    private static KeptText kept(ConsentText text, Language language, Instant now) {
        return new KeptText(text.name(), text.version(), language.tag(), text.in(language), now);
    }
}
