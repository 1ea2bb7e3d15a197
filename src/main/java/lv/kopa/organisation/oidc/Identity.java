package lv.kopa.organisation.oidc;

import lv.kopa.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a provider.
 *
 * @param subject by which the provider knows them for ever
 * @param email which the provider says is theirs; null where it does not
 */
public record Identity(
        String issuer, String subject, @Nullable EmailAddress email) {}
