package lv.kopa.registration.address;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** An address that a person wants to be written to at, until it has shown itself to be theirs. */
@MappedEntity("address_change")
public record AddressChange(@Id long registrationId, String linkHash, String email, Instant askedAt) {}
