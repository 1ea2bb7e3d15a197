package lv.kopa.mail.server;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A mail server takes no mail at the moment.
 *
 * @param organisationId whose server it is; {@link ServerOutages#INSTALLATION} for that of the installation
 * @param words its own, or those of whoever could not reach it
 */
@MappedEntity("mail_outage")
public record ServerOutage(@Id long organisationId, Instant beganAt, String words) {}
