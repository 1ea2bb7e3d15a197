package lv.kopa.event.beginning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lv.kopa.event.Approval;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.question.Question;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Examples that are there for whoever begins. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartingPointTest {
    private static final Texts TEXTS = Texts.in(Language.EN);

    private final Site site = Desk.room();
    private final Desk desk = Desk.of(site, "parks");

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theStudyVisitHasItsDeadlinesQuestionsAndDecisions() {
        EventDetails visit = begun("study-visit", "2031-09-20");

        assertThat(visit.event().approval()).isEqualTo(Approval.MANUAL);
        assertThat(visit.planned())
                .extracting(session -> session.startsOn().toString())
                .containsExactly("2031-09-20T13:00", "2031-09-21T09:00", "2031-09-22T09:00");
        assertThat(visit.event().closesAt()).isEqualTo(Instant.parse("2031-08-21T17:00:00Z"));
        assertThat(visit.event().decisionsBy()).isEqualTo(LocalDate.parse("2031-08-30"));
        assertThat(visit.event().offerHours()).isEqualTo(48);
        assertThat(visit.questionnaire().current())
                .extracting(Question::questionKey)
                .containsExactly("why", "emergency", "diet", "access");
        assertThat(visit.questionnaire().sensitive()).hasSize(2);
        assertThat(visit.event().title().exactly(Language.EN)).isEqualTo("Begun: study-visit");
    }

    @Test
    void deadlinesThatWouldBeOverAlreadyAreLeftOut() {
        ZoneId riga = ZoneId.of("Europe/Riga");
        LocalDate day = site.bean(MovableClock.class)
                .instant()
                .atZone(riga)
                .toLocalDate()
                .plusDays(5);
        EventDetails training = begun("training", day.toString());

        assertThat(training.event().closesAt()).as("a week before").isNull();
        assertThat(training.event().changesUntil())
                .isEqualTo(day.minusDays(3).atTime(20, 0).atZone(riga).toInstant());
        assertThat(training.event().places()).isEqualTo(20);
    }

    @Test
    void theLectureIsForAnyNumberOfPeople() {
        EventDetails lecture = begun("lecture", "2031-10-01");

        assertThat(lecture.event().places()).isNull();
        assertThat(lecture.event().closesAt()).isNull();
        assertThat(lecture.questionnaire().current()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(StartingPoint.class)
    void eachMakesSenseInEveryLanguage(StartingPoint point) {
        for (Language language : Language.spoken()) {
            Texts texts = Texts.in(language);
            LocalDate day = LocalDate.parse("2031-09-20");
            new StartingPlan(point, texts.get(point.textKey()), day, LocalDate.parse("2031-01-01"), texts)
                    .plan("parks")
                    .check(ZoneId.of("Europe/Riga"));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 2031-09-20, title", "Visit, '', first", "Visit, 2031-02-30, first", "Visit, 0031-02-20, first"})
    void whatIsMissingIsSaidAndNothingIsDrafted(String title, String first, String field) {
        int before =
                site.bean(Events.class).of(List.of(desk.organisation().id())).size();
        HttpResponse<String> refused = desk.post("/organiser/events/begin/training", "title", title, "first", first);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#" + field + "-error").text())
                .isNotEmpty();
        assertThat(site.bean(Events.class).of(List.of(desk.organisation().id())))
                .hasSize(before);
    }

    @Test
    void theNextStepsSayWhatAnExampleLeavesToBeSaid() {
        String slug = begun("training", "2031-10-02").event().slug();
        Document page = Jsoup.parse(desk.get("/organiser/events/" + slug).body());

        assertThat(page.select("main a").eachText())
                .contains(TEXTS.get("workspace.step.where"), TEXTS.get("workspace.step.words"));
    }

    @Test
    void publishingAsksFirstWhereWordsOfTheExampleOrPlacesAreMissing() {
        String slug = begun("training", "2031-10-09").event().slug();
        String address = "/organiser/events/" + slug;

        HttpResponse<String> asked = desk.post(address + "/publication");

        assertThat(asked.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(asked.body());
        assertThat(page.select("main").text())
                .contains(
                        TEXTS.get("workspace.unfinished.words"),
                        "[Whom is it for?]",
                        TEXTS.get("workspace.unfinished.places"));
        assertThat(page.select("main a[href=" + address + "/edit]").text())
                .isEqualTo(TEXTS.get("workspace.unfinished.change"));
        assertThat(state(slug)).isEqualTo(EventState.DRAFT);

        assertThat(desk.after(desk.post(address + "/publication", "sure", "yes"))
                        .select(".notice.good, .flash, header, main")
                        .text())
                .contains(TEXTS.get("workspace.event.published"));
        assertThat(state(slug)).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void publishingAsksNothingWhereNothingIsMissing() {
        String slug = begun("lecture", "2031-10-16").event().slug();
        String address = "/organiser/events/" + slug;
        Document form = desk.page(address + "/edit");
        String place = form.select("[name^=sessions][name$=.place]").attr("name");
        Desk.location(desk.post(
                address,
                Desk.filled(form, "description.en", "Kari speaks of [bees](https://bees.example).", place, "Riga")));

        Desk.location(desk.post(address + "/publication"));

        assertThat(state(slug)).isEqualTo(EventState.PUBLISHED);
    }

    private EventState state(String slug) {
        return site.bean(Events.class).find(slug).orElseThrow().event().state();
    }

    @Test
    void aLinkIsNothingToBeReplaced() {
        assertThat(StartingPoint.leftIn(Translated.of(Language.EN, "See [the farm](https://farm.example).")))
                .isEmpty();
        assertThat(StartingPoint.leftIn(Translated.of(Language.EN, "See [the farm].")))
                .containsExactly("[the farm]");
    }

    @Test
    void anExampleThatThereIsNotIsUnknown() {
        assertThat(desk.get("/organiser/events/begin/party").statusCode()).isEqualTo(404);
    }

    private EventDetails begun(String point, String first) {
        HttpResponse<String> made =
                desk.post("/organiser/events/begin/" + point, "title", "Begun: " + point, "first", first);
        assertThat(desk.after(made).select("[role=status]").text()).contains(TEXTS.get("workspace.starting.drafted"));
        return site.bean(Events.class)
                .find(Desk.location(made).replaceFirst(".*/", ""))
                .orElseThrow();
    }
}
