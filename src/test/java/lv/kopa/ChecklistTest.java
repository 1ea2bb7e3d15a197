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
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the checklist of calendars and mail says is checked is checked by a test that is there. */
class ChecklistTest {
    private static final Path CHECKLIST = Path.of("src/docs/calendar-checklist.md");
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
