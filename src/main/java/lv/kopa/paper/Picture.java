package lv.kopa.paper;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Pictures that stand in a page that becomes paper, since nothing is fetched for it. */
public final class Picture {
    /** How the address of each of them begins. */
    static final String WITHIN = "data:image/";

    /** What can be put on paper; a WebP picture cannot. */
    private static final Set<String> PRINTED = Set.of("image/png", "image/jpeg");

    private Picture() {}

    /** The address of a picture, as of a page's `<img>`; nothing where it is of a kind that is not printed. */
    public static Optional<String> address(byte[] content, String mediaType) {
        return PRINTED.contains(mediaType)
                ? Optional.of(
                        "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content))
                : Optional.empty();
    }
}
