package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the checklist of calendars and mail says is checked is checked by a test that is there. */
class ChecklistTest {
    private static final Path CHECKLIST = Path.of("src/docs/calendar-checklist.md");
    private static final Path SOAK = Path.of("src/docs/soak.md");
    private static final Pattern FIGURE = Pattern.compile("(?m)^\\| ([^|]+) \\| ([0-9.]+) \\|$");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (.+) \\| (.*) \\|$");
    private static final Pattern CHECK = Pattern.compile("`([^`]+)`");

    /** The statements by their numbers, each with what checks it. */
    private static final Map<Integer, List<String>> CHECKS = new TreeMap<>();

    private static Map<String, List<String>> classes = Map.of();

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(CHECKLIST)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> checks = new ArrayList<>();
                CHECK.matcher(row.group(3)).results().forEach(check -> checks.add(check.group(1)));
                assertThat(CHECKS.put(Integer.valueOf(row.group(1)), checks)).isNull();
            }
        }
        try (Stream<Path> files = Files.walk(TESTS)) {
            classes = files.map(file -> TESTS.relativize(file).toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace('/', '.').replaceFirst("\\.java$", ""))
                    .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
        }
    }

    @Test
    void everyStatementThatAProgramCanCheckIsInIt() {
        assertThat(CHECKS.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 87)
                        .filter(number -> number != 42 && number != 58)
                        .boxed()
                        .toList());
    }

    @Test
    void everyStatementIsChecked() {
        CHECKS.forEach(
                (number, checks) -> assertThat(checks).as("statement " + number).isNotEmpty());
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        List<String> missing = CHECKS.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(check -> !isThere(check))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void theSoakThatIsKeptAsProofWentWell() throws IOException {
        String soak = Files.readString(SOAK);

        assertThat(isGood(soak)).isTrue();
        assertThat(soak).contains("| mails | 10000 |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| arrived | 10000 |; | arrived | 9999 |",
                "| noted as sent | 10000 |; | noted as sent | 9999 |",
                "| lost | 0 |; | lost | 1 |",
                "| of them under two Message-IDs | 0 |; | of them under two Message-IDs | 1 |",
                "| copies that nothing explains | 0 |; | copies that nothing explains | 1 |",
                "Good: none is lost, and none came twice without need.; NOT GOOD."
            })
    void aSoakThatWentBadIsNoProof(String good, String bad) throws IOException {
        String soak = Files.readString(SOAK);

        assertThat(soak).contains(good);
        assertThat(isGood(soak.replace(good, bad))).isFalse();
    }

    /** Whether everything arrived, and nothing twice without need: by its verdict and by its figures. */
    private static boolean isGood(String soak) {
        Map<String, String> figures = new TreeMap<>();
        FIGURE.matcher(soak).results().forEach(row -> figures.put(row.group(1), row.group(2)));
        String mails = figures.getOrDefault("mails", "none");
        return soak.lines().anyMatch(line -> line.startsWith("Good:"))
                && mails.equals(figures.get("arrived"))
                && mails.equals(figures.get("noted as sent"))
                && Stream.of("lost", "of them under two Message-IDs", "copies that nothing explains")
                        .allMatch(none -> "0".equals(figures.get(none)));
    }

    private static boolean isThere(String check) {
        int sign = check.indexOf('#');
        return sign < 0
                ? Files.exists(Path.of(check))
                : classes.getOrDefault(check.substring(0, sign), List.of()).stream()
                        .anyMatch(name -> isTest(name, check.substring(sign + 1)));
    }

    private static boolean isTest(String name, String method) {
        try {
            return Arrays.stream(Class.forName(name).getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(method))
                    .anyMatch(ChecklistTest::isTest);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }
}
