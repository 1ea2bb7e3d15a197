package lv.kopa.mail.figures;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many mails wait, and since when. */
@Introspected
record Waiting(long mails, @Nullable Instant oldest) {}
