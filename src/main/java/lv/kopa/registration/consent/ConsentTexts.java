package lv.kopa.registration.consent;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.text.Language;

/** Keeps what people agree to for as long as anybody may ask: each text before anybody can agree to it. */
@Singleton
class ConsentTexts {
    private final ConsentRepository repository;

    ConsentTexts(ConsentRepository repository) {
        this.repository = repository;
    }

    @EventListener
    @UnitOfWork
    void keep(StartupEvent started) {
        for (ConsentText text : ConsentText.values()) {
            for (Language language : Language.values()) {
                repository.keep(text.name(), text.version(), language.tag(), text.in(language));
            }
        }
    }
}
