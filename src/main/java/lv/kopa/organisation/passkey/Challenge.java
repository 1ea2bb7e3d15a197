package lv.kopa.organisation.passkey;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a browser has been asked to sign.
 *
 * @param personId for whom it is to create a passkey; null where it is asked who they are
 */
@MappedEntity("passkey_challenge")
record Challenge(@Id String tokenHash, @Nullable Long personId, Instant goodUntil) {}
