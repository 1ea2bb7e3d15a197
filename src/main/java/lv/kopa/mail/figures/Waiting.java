package lv.kopa.mail.figures;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many mails wait, and since when; how many somebody has to look at since they have failed. */
@Introspected
record Waiting(long mails, @Nullable Instant oldest, long failed) {}
