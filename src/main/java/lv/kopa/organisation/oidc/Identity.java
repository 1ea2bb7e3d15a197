package lv.kopa.organisation.oidc;

import lv.kopa.mail.EmailAddress;

/**
 * Who somebody is to a provider.
 *
 * @param subject by which the provider knows them for ever
 * @param email which the provider says is theirs
 */
public record Identity(String issuer, String subject, EmailAddress email) {}
