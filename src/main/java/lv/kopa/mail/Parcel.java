package lv.kopa.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.mail.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** The attachments of a mail in one column, since a mail is to cost the registering transaction a single insert. */
final class Parcel {
    private Parcel() {}

    static byte @Nullable [] pack(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(attachments.size());
            for (Attachment attachment : attachments) {
                out.writeUTF(attachment.fileName());
                out.writeUTF(attachment.mediaType());
                out.writeInt(attachment.content().length);
                out.write(attachment.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Attachment> unpack(byte @Nullable [] packed) {
        if (packed == null) {
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                attachments.add(new Attachment(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attachments;
    }
}
