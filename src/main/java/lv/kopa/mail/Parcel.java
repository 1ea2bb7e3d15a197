package lv.kopa.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.mail.Mail.Attachment;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The attachments of a mail, packed.
 *
 * @param hash SHA-256 of the content in hexadecimal, which names it
 */
@MappedEntity("mail_parcel")
@SuppressWarnings("ArrayRecordComponent") // compared by its hash
record Parcel(@Id String hash, byte[] content) {

    static Parcel of(List<Attachment> attachments) {
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
        byte[] content = bytes.toByteArray();
        return new Parcel(DigestUtils.sha256Hex(content), content);
    }

    List<Attachment> attachments() {
        List<Attachment> attachments = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
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
