package lv.kopa.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import lv.kopa.web.Upload;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * A file fit to be kept. What it is its content says; its name may only say it more exactly, as of a Word document that
 * is a ZIP archive like others.
 */
@SuppressWarnings("ArrayRecordComponent") // it is kept, never compared
public record CheckedFile(String name, String mediaType, byte[] content) {
    /** The most bytes one may have. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /**
     * What somebody sent.
     *
     * @throws FileRefused for what is empty, too large or of no kind that is allowed
     */
    public static CheckedFile of(Upload upload, Set<FileKind> allowed) {
        if (upload.content().length == 0) {
            throw new FileRefused("file.empty");
        }
        if (upload.content().length > LARGEST) {
            throw new FileRefused("file.too-large", LARGEST / 1024 / 1024);
        }
        String type = typeOf(upload);
        if (allowed.stream().noneMatch(kind -> kind.contains(type))) {
            throw new FileRefused("file.not-allowed");
        }
        return new CheckedFile(FileName.of(upload.name(), endsOf(type)), type, upload.content());
    }

    /** The same with other bytes, such as the same sealed, and under a name that says nothing. */
    public CheckedFile unnamed(byte[] other) {
        return new CheckedFile(FileName.of("", endsOf(mediaType)), mediaType, other);
    }

    private static String typeOf(Upload upload) {
        MediaType byContent = detect(upload.content(), null);
        return byContent.equals(MediaType.OCTET_STREAM)
                ? byContent.toString()
                : detect(upload.content(), upload.name()).toString();
    }

    private static MediaType detect(byte[] content, @Nullable String name) {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (TikaInputStream stream = TikaInputStream.get(content, metadata)) {
            return TYPES.detect(stream, metadata).getBaseType();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> endsOf(String type) {
        try {
            return TYPES.forName(type).getExtensions();
        } catch (MimeTypeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without its name, which may be personal, for logs. */
    @Override
    public String toString() {
        return "CheckedFile[" + mediaType + ", " + content.length + "]";
    }
}
