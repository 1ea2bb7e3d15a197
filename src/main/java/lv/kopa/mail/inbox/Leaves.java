package lv.kopa.mail.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Takes a mail apart, however it is built: so deep, so many and so much of each, and no more. */
final class Leaves {
    private static final int DEEPEST = 8;
    private static final int MOST = 50;
    private static final int LONGEST = 256 * 1024;
    private static final Set<String> REPORTS = Set.of("message/delivery-status", "message/feedback-report");

    private final List<Leaf> found = new ArrayList<>();

    private Leaves() {}

    static List<Leaf> of(Part mail) throws MessagingException, IOException {
        Leaves leaves = new Leaves();
        leaves.take(mail, 0);
        return leaves.found;
    }

    /** What a mail carries as another mail is not said by its sender, and stays closed. */
    private void take(Part part, int depth) throws MessagingException, IOException {
        String type = type(part);
        if (type.startsWith("multipart/")) {
            if (depth < DEEPEST && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount() && found.size() < MOST; i++) {
                    BodyPart child = parts.getBodyPart(i);
                    take(child, depth + 1);
                }
            }
        } else if (type.startsWith("text/") || REPORTS.contains(type)) {
            found.add(text(part, type));
        } else {
            found.add(new Leaf(type, "", false));
        }
    }

    private static Leaf text(Part part, String type) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            byte[] bytes = content.readNBytes(LONGEST);
            return new Leaf(type, new String(bytes, charset(part)), content.read() < 0);
        }
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String type(Part part) throws MessagingException {
        String type = Objects.requireNonNullElse(part.getContentType(), "text/plain");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
