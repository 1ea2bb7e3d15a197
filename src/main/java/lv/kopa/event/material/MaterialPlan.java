package lv.kopa.event.material;

import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * A material as an organiser wants it.
 *
 * @param address elsewhere; null for a file
 * @param file the secret of the staged file; none where it stays as it is
 */
record MaterialPlan(
        Translated title,
        Translated about,
        @Nullable String address,
        Optional<Token> file,
        Showing visible,
        boolean forEverybody) {}
