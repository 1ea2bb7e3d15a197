package lv.kopa.report.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.report.Breakdown;
import lv.kopa.report.Dimension;
import lv.kopa.report.Figures;
import lv.kopa.report.Report;
import lv.kopa.text.Translated;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/**
 * The report of a project as programs read it.
 *
 * @param project its slug
 * @param from the first day that counts; null where there is none
 * @param to the last day that counts; null where there is none
 * @param made when it was so
 * @param erased how many participations are of people who were erased, who count as a person each
 * @param page where each figure leads to the rows behind it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportItem(
        String project,
        String number,
        Translated title,
        String organisation,
        String funder,
        Translated acknowledgement,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant made,
        FiguresItem total,
        List<ActivityItem> activities,
        List<BreakdownItem> breakdowns,
        long erased,
        String page) {

    /**
     * What a part of a project came to.
     *
     * @param confirmed registrations that have a place
     * @param participations registrations whose person was at one session or more
     * @param people of those, each once
     * @param hours of all who were there, together
     */
    @Serdeable
    record FiguresItem(long events, long sessions, long confirmed, long participations, long people, BigDecimal hours) {
        static FiguresItem of(Figures figures) {
            return new FiguresItem(
                    figures.events(),
                    figures.sessions(),
                    figures.confirmed(),
                    figures.participations(),
                    figures.people(),
                    figures.hours());
        }
    }

    /** An activity; the people planned, beside those who came. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ActivityItem(
            String number, Translated title, @Nullable Integer targetParticipants, FiguresItem total) {}

    /**
     * Who came, told apart.
     *
     * @param hidden how many groups are not shown, since so few people are in one of them
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BreakdownItem(Dimension by, List<GroupItem> groups, int hidden) {}

    /**
     * People who have something in common.
     *
     * @param key "" for those of whom it is not known
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GroupItem(String key, String label, long participations, long people, BigDecimal hours) {
        static GroupItem of(Breakdown.Group group) {
            Figures figures = group.figures();
            return new GroupItem(
                    group.key(), group.label(), figures.participations(), figures.people(), figures.hours());
        }
    }

    static ReportItem of(Report report, Links links) {
        return new ReportItem(
                report.project().slug(),
                report.project().number(),
                report.project().title(),
                report.organisation().slug(),
                report.project().funder(),
                report.project().acknowledgement(),
                report.span().from(),
                report.span().to(),
                report.made().withNano(0).atZone(report.organisation().zone()).toInstant(),
                FiguresItem.of(report.whole()),
                report.activities().stream()
                        .map(planned -> new ActivityItem(
                                planned.activity().number(),
                                planned.activity().title(),
                                planned.activity().targetParticipants(),
                                FiguresItem.of(planned.figures())))
                        .toList(),
                report.breakdowns().stream()
                        .map(breakdown -> new BreakdownItem(
                                breakdown.dimension(),
                                breakdown.groups().stream().map(GroupItem::of).toList(),
                                breakdown.hidden()))
                        .toList(),
                report.erased(),
                links.to(report.path() + "?" + report.span().query()));
    }
}
