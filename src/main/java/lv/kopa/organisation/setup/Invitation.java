package lv.kopa.organisation.setup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("setup_invitation")
record Invitation(@Id String tokenHash, Instant createdAt) {}
