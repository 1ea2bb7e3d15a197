package lv.kopa.database;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;

/** Something that needs the database, for people and for programs. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class Probe {
    private final Question question;

    Probe(Question question) {
        this.question = question;
    }

    @Get("/probe")
    @Produces(MediaType.TEXT_HTML)
    String page() {
        return "<p>" + question.ask("SELECT 1");
    }

    @Get("/api/v1/probe")
    @Produces(MediaType.TEXT_PLAIN)
    String api() {
        return question.ask("SELECT 1");
    }

    @Get("/probe/without-transaction")
    @Produces(MediaType.TEXT_HTML)
    String withoutTransaction() {
        return question.askWithoutTransaction();
    }

    @Get("/probe/slow")
    @Produces(MediaType.TEXT_HTML)
    String slow() {
        return question.ask("SELECT SLEEP(30)");
    }

    @Get("/probe/mistake")
    @Produces(MediaType.TEXT_HTML)
    String mistake() {
        return question.ask("SELECT nothing");
    }

    @Singleton
    static class Question {
        private final JdbcOperations jdbc;
        private final SightRepository sights;

        Question(JdbcOperations jdbc, SightRepository sights) {
            this.jdbc = jdbc;
            this.sights = sights;
        }

        @UnitOfWork
        String ask(String query) {
            return jdbc.prepareStatement(query, statement -> {
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            });
        }

        String askWithoutTransaction() {
            return String.valueOf(sights.count());
        }
    }
}
