package lv.kopa.web;

/**
 * A file as a browser sent it.
 *
 * @param name what it was called there, not to be trusted
 */
@SuppressWarnings("ArrayRecordComponent") // it is read, never compared
public record Upload(String name, byte[] content) {
    /** Without its name, which may be personal, for logs. */
    @Override
    public String toString() {
        return "Upload[" + content.length + "]";
    }
}
