package lv.kopa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlashTest {
    @Test
    void whatIsCountedIsLinkedWhereThereIsAny() {
        assertThat(told("workspace.event.changed|2|/organiser/outbox?event=ours"))
                .hasValueSatisfying(done -> assertThat(done.address()).isEqualTo("/organiser/outbox?event=ours"));
        assertThat(told("workspace.event.changed|0|/organiser/outbox?event=ours"))
                .hasValueSatisfying(done -> assertThat(done.isSeen()).isFalse());
        assertThat(told("workspace.event.changed.later|2|"))
                .as("nothing is written yet")
                .hasValueSatisfying(done -> assertThat(done.isSeen()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace.event.changed|2|https://elsewhere.example/",
                "workspace.event.changed|2|//elsewhere.example/organiser/",
                "workspace.event.changed|2|/organiser/%0d",
                "workspace.event.saved|2|/organiser/outbox",
                "no.such.text",
            })
    void aCookieOfSomebodyElsesMakingSaysNothing(String cookie) {
        assertThat(told(cookie)).isEmpty();
    }

    private static Optional<Done> told(String cookie) {
        MutableHttpRequest<?> request = HttpRequest.GET("/").cookie(Cookie.of("kopa-done", cookie));
        return Flash.of(request);
    }
}
