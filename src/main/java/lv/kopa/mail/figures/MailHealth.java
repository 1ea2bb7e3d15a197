package lv.kopa.mail.figures;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import lv.kopa.mail.server.ServerOutage;
import lv.kopa.mail.server.ServerOutages;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says how mail is, to those who may see details. It is always well: people can register while no mail goes out, and a
 * server that is taken off duty for that would send none either.
 */
@Singleton
class MailHealth implements HealthIndicator {
    private final OutboxMetrics metrics;
    private final ServerOutages outages;

    MailHealth(OutboxMetrics metrics, ServerOutages outages) {
        this.metrics = metrics;
        this.outages = outages;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::result)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorReturn(healthy(Map.of())); // the database speaks for itself
    }

    private HealthResult result() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("waiting", metrics.waiting());
        details.put("oldestSeconds", Math.round(metrics.ageInSeconds()));
        details.put("failed", metrics.failedByNow());
        details.put("serversAway", outages.all().stream().map(MailHealth::told).toList());
        return healthy(details);
    }

    private static Map<String, Object> told(ServerOutage outage) {
        return Map.of(
                "organisation", outage.organisationId(),
                "since", outage.beganAt().toString(),
                "words", outage.words());
    }

    private static HealthResult healthy(Map<String, Object> details) {
        return HealthResult.builder("mail", HealthStatus.UP).details(details).build();
    }
}
