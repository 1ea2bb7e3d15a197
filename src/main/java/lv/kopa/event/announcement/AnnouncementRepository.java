package lv.kopa.event.announcement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import lv.kopa.event.Event;
import lv.kopa.event.EventState;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/** Events as organisers write them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnouncementRepository extends GenericRepository<Event, Long> {
    Event save(Event event);

    boolean existsBySlug(String slug);

    @Query("""
            UPDATE event SET activity_id = :activityId, slug = :slug, kind = :kind, visibility = :visibility, title = :title,
              description = :description, provided = :provided, languages = :languages, time_zone = :timeZone, places = :places,
              waiting_list = :waitingList, approval = :approval, opens_at = :opensAt, closes_at = :closesAt,
              changes_until = :changesUntil, answers_until = :answersUntil, confirm_address = :confirmAddress, offer_hours = :offerHours, minors = :minors,
              decisions_by = :decisionsBy, starts_at = :startsAt, ends_at = :endsAt,
              sequence = :sequence, changed_at = :changedAt
            WHERE id = :id""")
    void change(Event event);

    /**
     * Takes the turn to change an event; 0 where somebody else was faster, or took more places than it is to have. An
     * update of a whole row does not say how many it met, so this one goes before it and locks.
     */
    @Query("""
            UPDATE event SET version = version + 1
            WHERE id = :id AND version = :version AND (:places IS NULL OR places_taken <= :places)""")
    long takeTurn(long id, int version, @Nullable Integer places);

    @Query("SELECT EXISTS(SELECT 1 FROM event_template WHERE event_id = :id)")
    boolean isTemplate(long id);

    /** Has an event go on; 0 where it is not where it was thought to be, or is a template, which goes nowhere. */
    @Query("""
            UPDATE event SET state = :state, cancelled_because = :because, sequence = sequence + 1, version = version + 1,
              announced_start = IF(:state = 'PUBLISHED' AND announced_at IS NULL, starts_at, announced_start),
              announced_at = IF(:state = 'PUBLISHED' AND announced_at IS NULL, :now, announced_at), changed_at = :now
            WHERE id = :id AND state = :from
              AND NOT EXISTS (SELECT 1 FROM event_template t WHERE t.event_id = event.id)""")
    long turn(long id, EventState from, EventState state, @Nullable String because, Instant now);

    /** Keeps what came of an event; 0 where somebody else was faster. */
    @Query("""
            UPDATE event SET outcome = :outcome, learnt = :learnt,
              outcome_at = IF(:published, COALESCE(outcome_at, :now), NULL), version = version + 1, changed_at = :now
            WHERE id = :id AND version = :version""")
    long report(
            long id,
            int version,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated outcome,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated learnt,
            boolean published,
            Instant now);

    @Query("UPDATE event SET invitation_hash = :hash WHERE id = :id")
    void invite(long id, String hash);

    @Query("UPDATE event_revision SET revision = revision + 1, changed_at = :now WHERE id = 1")
    void advanceRevision(Instant now);
}
