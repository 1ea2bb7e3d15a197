package lv.kopa.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the outbox, newest mail first.
 *
 * @param next what {@link OutboxFilter#before} of the following page is; null on the last one
 */
public record OutboxPage(List<OutboxItem> items, @Nullable Long next) {}
