package lv.kopa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class LongMigrationsTest {
    @Test
    void aMigrationMayTakeLongerThanAPage() {
        var settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("datasources.default.data-source-properties.socketTimeout", "1500");
        settings.put("flyway.datasources.default.locations", "classpath:db/migration,classpath:db/slow");

        try (ApplicationContext context = ApplicationContext.run(settings)) {
            var question = context.getBean(Probe.Question.class);
            for (int each = 0; each < 4; each++) { // whichever connection the migration had before
                assertThatThrownBy(() -> question.ask("SELECT SLEEP(3)"))
                        .satisfies(
                                failure -> assertThat(Outage.isBehind(failure)).isTrue());
            }
        }
    }
}
