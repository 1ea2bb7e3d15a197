package lv.kopa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.Cookie;
import lv.kopa.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In which language a reader is answered. */
final class ReaderLanguageTest {
    @ParameterizedTest
    @EnumSource
    void everyLanguageCanBeChosenRememberedAndPreferred(Language language) {
        assertThat(ReaderLanguage.of(asking(language.tag()))).isEqualTo(language);
        assertThat(ReaderLanguage.of(remembering(language.tag()))).isEqualTo(language);
        assertThat(ReaderLanguage.of(preferring(language.tag()))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "'uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7', UK",
        "'ru-LV,lv;q=0.5', RU",
        "'de-DE,de;q=0.9,ru;q=0.3,lv;q=0.6', LV",
        "'nn-NO', NB",
        "'de, fr', EN",
        "';;;', EN"
    })
    void theFirstPreferredLanguageThatIsSpokenCounts(String header, Language language) {
        assertThat(ReaderLanguage.of(preferring(header))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"ru, RU", "de, UK", "'', UK"})
    void whatIsChosenGoesBeforeWhatIsRememberedAndThatBeforeWhatIsPreferred(String asked, Language language) {
        MutableHttpRequest<?> request = remembering("uk").header("Accept-Language", "nb");
        request.getParameters().add("lang", asked);
        assertThat(ReaderLanguage.of(request)).isEqualTo(language);
    }

    private static MutableHttpRequest<?> asking(String tag) {
        MutableHttpRequest<?> request = HttpRequest.GET("/");
        request.getParameters().add("lang", tag);
        return request;
    }

    private static MutableHttpRequest<?> remembering(String tag) {
        return HttpRequest.GET("/").cookie(Cookie.of("kopa-lang", tag));
    }

    private static MutableHttpRequest<?> preferring(String header) {
        return HttpRequest.GET("/").header("Accept-Language", header);
    }
}
