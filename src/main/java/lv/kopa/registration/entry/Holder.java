package lv.kopa.registration.entry;

import java.util.Collection;
import lv.kopa.text.Language;

/**
 * Whose calendar it is.
 *
 * @param registration its reference
 * @param chosen the ids of the sessions that were chosen
 * @param hasOwnAddress whether mail comes to them, and not to whoever registered them
 */
public record Holder(String registration, Language reader, Collection<Long> chosen, boolean hasOwnAddress) {}
