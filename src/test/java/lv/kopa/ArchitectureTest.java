package lv.kopa;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The map of the house. */
@AnalyzeClasses(
        packages = "lv.kopa",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.Written.class})
class ArchitectureTest {
    /** The spine: a package may use those before it, never those after it. */
    static final List<String> SPINE = List.of(
            "start",
            "time",
            "text",
            "table",
            "database",
            "seal",
            "ical.zone",
            "ical",
            "web.asset",
            "web",
            "web.api",
            "web.problem",
            "web.guard",
            "web.idempotency",
            "paper",
            "plot",
            "file",
            "mail",
            "mail.server",
            "mail.figures",
            "mail.delivery",
            "mail.inbox",
            "organisation.audit",
            "organisation",
            "organisation.mail",
            "organisation.warning",
            "organisation.factor",
            "organisation.oidc",
            "organisation.passkey",
            "organisation.signin",
            "organisation.account",
            "organisation.team",
            "organisation.edit",
            "organisation.setup",
            "project",
            "event.question",
            "event",
            "event.template",
            "event.copy",
            "event.material",
            "event.notice",
            "event.finding",
            "event.announcement",
            "event.picture",
            "event.rehearsal",
            "event.beginning",
            "event.edit",
            "event.copy.making",
            "event.helping",
            "event.api",
            "registration.wish",
            "registration.answer",
            "registration.facts",
            "registration.words",
            "registration.entry",
            "registration.change",
            "registration.hold",
            "registration.offer",
            "registration.turn",
            "registration.guardian",
            "registration.invitation",
            "registration",
            "registration.address",
            "registration.confirmation",
            "registration.minor",
            "registration.waiting",
            "registration.undo",
            "registration.selection",
            "registration.handover",
            "registration.participant",
            "registration.party",
            "registration.delegation",
            "registration.delegation.giving",
            "registration.delegation.heading",
            "registration.consent",
            "registration.own",
            "registration.reply",
            "registration.words.edit",
            "registration.reminder",
            "registration.erasure",
            "registration.material",
            "registration.attendees",
            "registration.lists",
            "registration.intake",
            "registration.circular",
            "registration.api",
            "attendance",
            "attendance.sheet",
            "attendance.badge",
            "attendance.door",
            "certificate",
            "calendar",
            "calendar.team",
            "export",
            "export.regular",
            "feedback",
            "feedback.answer",
            "feedback.result",
            "report",
            "report.file",
            "report.archive",
            "workspace",
            "workspace.deeds",
            "demo");

    private static final String ROOT = "lv.kopa.";

    /** A package of more types than this has a sub-feature in it. */
    private static final int MOST_TYPES = 25;

    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("feed", "calendar"),
            Map.entry("feed_piece", "calendar"),
            Map.entry("mail_outbox", "mail"),
            Map.entry("mail_parcel", "mail"),
            Map.entry("mail_bounce", "mail"),
            Map.entry("mail_resting", "mail"),
            Map.entry("inbox_turn", "mail"),
            Map.entry("inbox_read", "mail"),
            Map.entry("calendar_reply", "registration"),
            Map.entry("consent_text", "registration"),
            Map.entry("circular", "registration"),
            Map.entry("circular_file", "registration"),
            Map.entry("circular_recipient", "registration"),
            Map.entry("news_refusal", "registration"),
            Map.entry("news_link", "registration"),
            Map.entry("mail_server", "mail"),
            Map.entry("mail_outage", "mail"),
            Map.entry("mail_pace", "mail"),
            Map.entry("submission", "web"),
            Map.entry("file_space", "file"),
            Map.entry("stored_file", "file"),
            Map.entry("file_piece", "file"),
            Map.entry("material", "event"),
            Map.entry("organisation", "organisation"),
            Map.entry("person", "organisation"),
            Map.entry("membership", "organisation"),
            Map.entry("sign_in", "organisation"),
            Map.entry("api_token", "organisation"),
            Map.entry("team_invitation", "organisation"),
            Map.entry("event_role", "organisation"),
            Map.entry("second_factor", "organisation"),
            Map.entry("person_identity", "organisation"),
            Map.entry("recovery_code", "organisation"),
            Map.entry("passkey", "organisation"),
            Map.entry("passkey_handle", "organisation"),
            Map.entry("passkey_challenge", "organisation"),
            Map.entry("password_reset", "organisation"),
            Map.entry("installation", "organisation"),
            Map.entry("setup_invitation", "organisation"),
            Map.entry("audit", "organisation"),
            Map.entry("project", "project"),
            Map.entry("activity", "project"),
            Map.entry("event", "event"),
            Map.entry("category", "event"),
            Map.entry("session", "event"),
            Map.entry("question", "event"),
            Map.entry("choice", "event"),
            Map.entry("event_revision", "event"),
            Map.entry("event_picture", "event"),
            Map.entry("outcome_picture", "event"),
            Map.entry("event_copy", "event"),
            Map.entry("event_template", "event"),
            Map.entry("registration", "registration"),
            Map.entry("registration_session", "registration"),
            Map.entry("registration_link", "registration"),
            Map.entry("consent", "registration"),
            Map.entry("answer", "registration"),
            Map.entry("address_change", "registration"),
            Map.entry("earlier_address", "registration"),
            Map.entry("own_words", "registration"),
            Map.entry("event_reminder", "registration"),
            Map.entry("event_reminder_moment", "registration"),
            Map.entry("address_hold", "registration"),
            Map.entry("guardian", "registration"),
            Map.entry("guardian_link", "registration"),
            Map.entry("invitation", "registration"),
            Map.entry("invitation_link", "registration"),
            Map.entry("selection_criterion", "registration"),
            Map.entry("selection_mark", "registration"),
            Map.entry("selection_note", "registration"),
            Map.entry("decision", "registration"),
            Map.entry("decision_person", "registration"),
            Map.entry("hand_over", "registration"),
            Map.entry("ended_link", "registration"),
            Map.entry("place_offer", "registration"),
            Map.entry("session_turn", "registration"),
            Map.entry("registration_wish", "registration"),
            Map.entry("party", "registration"),
            Map.entry("party_link", "registration"),
            Map.entry("party_submission", "registration"),
            Map.entry("party_member", "registration"),
            Map.entry("delegation", "registration"),
            Map.entry("delegation_link", "registration"),
            Map.entry("delegation_submission", "registration"),
            Map.entry("delegation_places", "registration"),
            Map.entry("delegation_member", "registration"),
            Map.entry("personal_feed", "registration"),
            Map.entry("sent_entry", "registration"),
            Map.entry("team_feed", "calendar"),
            Map.entry("event_change", "registration"),
            Map.entry("change_to_tell", "registration"),
            Map.entry("attendance", "attendance"),
            Map.entry("signed_sheet", "attendance"),
            Map.entry("signature", "attendance"),
            Map.entry("certificate", "certificate"),
            Map.entry("certificate_rule", "certificate"),
            Map.entry("list_order", "export"),
            Map.entry("feedback", "feedback"),
            Map.entry("feedback_question", "feedback"),
            Map.entry("feedback_choice", "feedback"),
            Map.entry("feedback_given", "feedback"),
            Map.entry("feedback_sheet", "feedback"),
            Map.entry("feedback_answer", "feedback"),
            Map.entry("person_pair", "report"),
            Map.entry("calendar_feed", "calendar"));

    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:INSERT (?:IGNORE )?INTO|(?<!KEY )(?<!FOR )UPDATE|DELETE FROM)\\s+`?(\\w+)",
            Pattern.CASE_INSENSITIVE);

    private static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.describe(
            "controllers", type -> !type.isAnnotation() && type.isMetaAnnotatedWith(Controller.class));

    private static final DescribedPredicate<JavaClass> AT_THE_EDGE = DescribedPredicate.describe(
            "controllers with their answers, filters, binders and handlers of requests, sign-in, which is all cookies, and the start of the server",
            type -> CONTROLLERS.test(type)
                    || type.getSimpleName().endsWith("Answer")
                    || type.getPackageName().equals("lv.kopa.organisation.signin")
                    || type.getPackageName().equals("lv.kopa.start")
                    || type.isAnnotatedWith(ServerFilter.class)
                    || type.isAssignableTo(ArgumentBinder.class)
                    || type.isAssignableTo(ExceptionHandler.class)
                    || type.isAssignableTo(AuthenticationFetcher.class));

    /** What we wrote ourselves: neither templates made into classes nor what annotation processors add. */
    static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/templates/")
                    && !location.matches(
                            Pattern.compile(".*\\$(Definition|Introspection|Intercepted|Exec|Serde|IntroductionRef).*"))
                    && !location.matches(Pattern.compile(".*/\\$[^/]*\\.class"))
                    && !location.matches(Pattern.compile(".*\\$Intercepted.*"));
        }
    }

    @ArchTest
    static final ArchRule packagesStandInALine =
            classes().that(resideOutsideOfPackage("lv.kopa")).should(useOnlyWhatStandsBeforeThem());

    @ArchTest
    static final ArchRule everyClassHasAPlace = classes().should(standOnTheSpine());

    @ArchTest
    static void packagesAreSmall(JavaClasses all) {
        Map<String, Long> sizes = all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes()
            .that()
            .areAnnotatedWith(JdbcRepository.class)
            .should()
            .bePackagePrivate()
            .because("only the door of a feature knows its tables");

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that(CONTROLLERS).should().bePackagePrivate().because("they are called by the server alone");

    @ArchTest
    static final ArchRule controllersCallDoors = noClasses()
            .that(CONTROLLERS)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(JdbcRepository.class)
            .because("rules and transactions live behind the door");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsHttp = noClasses()
            .that(resideOutsideOfPackage("lv.kopa.web..").and(DescribedPredicate.not(AT_THE_EDGE)))
            .should()
            .dependOnClassesThat(resideInAPackage("io.micronaut.http.."))
            .because("what a feature does must not depend on how it was asked for");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that(resideOutsideOfPackage("lv.kopa.time"))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the machine is asked for the time",
                    call -> (call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getName().equals("now")
                                    && call.getTarget().getRawParameterTypes().isEmpty())
                            || (call.getTargetOwner().isEquivalentTo(System.class)
                                    && call.getName().equals("currentTimeMillis"))));

    @ArchTest
    static final ArchRule featuresWriteTheirOwnTables =
            methods().that().areAnnotatedWith(Query.class).should(writeTablesOfTheirPackage());

    @ArchTest
    static final ArchRule whatWritesIsInATransaction = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(JdbcRepository.class)
            .should(beCalledInATransactionIfTheyWrite())
            .because("connections commit nothing by themselves");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            fields().should().notBeAnnotatedWith(Inject.class).because("a constructor tells what a class needs");

    private static ArchCondition<JavaClass> useOnlyWhatStandsBeforeThem() {
        return new ArchCondition<>("use only packages that stand before theirs") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> place(dependency.getTargetClass()) > place(type))
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(dependency ->
                                !dependency.getTargetClass().getPackageName().startsWith("lv.kopa.templates"))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> standOnTheSpine() {
        return new ArchCondition<>("stand on the spine") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean placed = type.getPackageName().equals("lv.kopa") || place(type) >= 0;
                events.add(new SimpleConditionEvent(type, placed, type.getName() + " is in no package of the spine"));
            }
        };
    }

    private static ArchCondition<JavaMethod> writeTablesOfTheirPackage() {
        return new ArchCondition<>("write only tables of their own feature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Matcher writes =
                        WRITE.matcher(method.getAnnotationOfType(Query.class).value());
                while (writes.find()) {
                    String table = writes.group(1).toLowerCase(Locale.ROOT);
                    boolean own = feature(method.getOwner()).equals(TABLES.get(table));
                    events.add(new SimpleConditionEvent(
                            method, own, method.getFullName() + " writes " + table + " of " + TABLES.get(table)));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> beCalledInATransactionIfTheyWrite() {
        return new ArchCondition<>("be called in a transaction if they write") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (writes(method)) {
                    callersOutsideTransactions(method, new HashSet<>())
                            .forEach(caller -> events.add(SimpleConditionEvent.violated(
                                    method, caller + " reaches " + method.getFullName() + " without a transaction")));
                }
            }
        };
    }

    private static boolean writes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Query.class)
                .map(query -> WRITE.matcher(query.value()).find())
                .orElseGet(() -> method.getName().matches("(save|update|delete)\\w*"));
    }

    /** Those from which a call begins that goes through no transaction before it reaches a method. */
    private static Set<String> callersOutsideTransactions(JavaCodeUnit called, Set<JavaCodeUnit> seen) {
        if (!seen.add(called) || isTransaction(called)) {
            return Set.of();
        }
        Set<JavaCodeUnit> callers =
                called.getAccessesToSelf().stream().map(JavaAccess::getOrigin).collect(Collectors.toSet());
        return callers.isEmpty()
                ? Set.of(called.getFullName())
                : callers.stream()
                        .flatMap(caller -> callersOutsideTransactions(caller, seen).stream())
                        .collect(Collectors.toSet());
    }

    private static boolean isTransaction(JavaCodeUnit unit) {
        return unit.isMetaAnnotatedWith(Transactional.class)
                || unit.getOwner().isMetaAnnotatedWith(Transactional.class);
    }

    private static int place(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? SPINE.indexOf(name.substring(ROOT.length())) : -1;
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }
}
