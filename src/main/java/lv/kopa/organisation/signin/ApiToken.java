package lv.kopa.organisation.signin;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** What lets a program do for somebody what they may do themselves. */
@MappedEntity("api_token")
public record ApiToken(@Id @GeneratedValue long id, String tokenHash, long personId, String name, Instant createdAt) {}
