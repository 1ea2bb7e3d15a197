package lv.kopa.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.organisation.signin.Lax;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who may do what, asked of the running program for each of its addresses. What is expected stands in
 * {@code src/docs/roles.md}; with `KOPA_ROLES=write` it is written anew, to be read before it is committed.
 */
@Tag("database")
class RolesTest {
    private static final Path TABLE = Path.of("src/docs/roles.md");
    private static final boolean WRITE = "write".equals(System.getenv("KOPA_ROLES"));
    private static final RoleWalk WALK = new RoleWalk();
    private static final Map<RoleWalk.Way, List<String>> ANSWERS = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        WALK.close();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() throws IOException {
        String table = table();
        if (WRITE) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.lines()).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void withoutTheRuleAnAuditorCouldCancelAnEventAndTheWalkWouldTell() {
        RoleWalk.Way cancel = new RoleWalk.Way("POST", "/organiser/events/{slug}/cancellation");
        int auditor = WALK.people().indexOf("auditor");

        assertThat(WALK.answers(cancel).get(auditor)).isEqualTo("403");
        Lax.isLax(true);
        try {
            assertThat(WALK.answers(cancel).get(auditor)).isEqualTo("yes");
        } finally {
            Lax.isLax(false);
        }
    }

    /** Where no page is shown, an answer may say that it is done though nothing was there to be done; no deed is recorded. */
    @Test
    void atTheAddressOfOneEventNobodyReachesPartsOfAnother() {
        long deeds = WALK.deeds();
        Map<RoleWalk.Way, String> heard = WALK.answersToWhoeverReachesOver();

        assertThat(heard).hasSizeGreaterThan(30);
        assertThat(heard)
                .allSatisfy((way, answer) -> assertThat(answer)
                        .as("%s", way)
                        .isIn(way.method().equals("GET") ? List.of("403", "404") : List.of("403", "404", "yes")));
        assertThat(WALK.deeds()).isEqualTo(deeds);
    }

    @Test
    void whoHelpsWithOneEventRecordsNobodyAtASessionOfAnother() {
        long deeds = WALK.deeds();

        assertThat(WALK.answersAtSessionsOfOtherEvents())
                .hasSize(9)
                .allSatisfy((who, answer) -> assertThat(answer).as(who).isIn("403", "404"));
        assertThat(WALK.deeds()).isEqualTo(deeds);
    }

    @Test
    void whoHelpsWithAnotherEventMayDoNothingHereButWhatAStrangerMay() {
        int other = WALK.people().indexOf(RoleWalk.OTHER_ORGANISER);
        int elsewhere = WALK.people().indexOf("owner elsewhere");
        assertThat(answers())
                .allSatisfy((way, heard) -> assertThat(heard.get(other))
                        .as("%s", way)
                        .isIn(
                                way.template().contains("{")
                                        ? List.of(heard.get(elsewhere), "404")
                                        : List.of("yes", "403")));
    }

    @Test
    void anOwnerIsKeptOutOfNothing() {
        assertThat(answers())
                .hasSizeGreaterThan(100)
                .allSatisfy((way, heard) ->
                        assertThat(heard.get(0)).as("the owner at %s", way).isEqualTo("yes"));
    }

    private static synchronized Map<RoleWalk.Way, List<String>> answers() {
        if (ANSWERS.isEmpty()) {
            WALK.ways().forEach(way -> ANSWERS.put(way, WALK.answers(way)));
        }
        return ANSWERS;
    }

    private static String table() {
        String head = """
                # Who may do what

                Asked of the running program for each of its addresses by `RolesTest`, which writes this page with
                `KOPA_ROLES=write`. *Yes*: it is done, or what was sent is looked at and found wanting. *403*: the role is too
                little. *404*: none of their business. *401*: they are shown the way in. The rule is `Demand`: to look, an
                auditor or more; to do, an organiser or more; exceptions stand at the controllers as `@Needs` and `@Personal`.
                Lists show everybody their own alone. Those of an event and those of another event of the same organisation
                are in no team; what they ask for is of the first.

                """;
        List<String> people = WALK.people();
        String columns = "| | " + String.join(" | ", people) + " |\n|---|" + "---|".repeat(people.size()) + "\n";
        return head
                + columns
                + answers().entrySet().stream()
                        .map(way -> "| " + way.getKey() + " | " + String.join(" | ", way.getValue()) + " |\n")
                        .collect(Collectors.joining());
    }
}
