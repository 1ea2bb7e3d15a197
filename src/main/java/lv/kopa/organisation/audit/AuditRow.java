package lv.kopa.organisation.audit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("audit")
record AuditRow(
        @Id @GeneratedValue long id,
        Instant at,
        String actor,
        String subject,
        long subjectId,
        String deed,
        @Nullable String detail) {}
