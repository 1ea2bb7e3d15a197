package lv.kopa.registration.invitation;

import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Language;

/** Somebody who is to be invited. */
record Guest(String name, EmailAddress email, Language language, Optional<Category> category) {}
