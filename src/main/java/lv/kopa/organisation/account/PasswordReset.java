package lv.kopa.organisation.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A link by which somebody who forgot the password chooses another. */
@MappedEntity("password_reset")
record PasswordReset(@Id String linkHash, long personId, Instant goodUntil) {}
