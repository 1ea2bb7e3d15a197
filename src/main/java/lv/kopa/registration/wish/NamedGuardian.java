package lv.kopa.registration.wish;

import lv.kopa.mail.EmailAddress;

/**
 * Who answers for somebody under 18.
 *
 * @param agreed whether it was the guardian who filled the form in, and agreed there
 */
public record NamedGuardian(String name, EmailAddress email, String phone, boolean agreed) {}
