package lv.kopa.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The bytes of a file one piece after another, so that no more than one is in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<Optional<Piece>> pieces;
    private long missing;
    private int next;
    private InputStream piece = new ByteArrayInputStream(new byte[0]);

    PieceStream(long size, IntFunction<Optional<Piece>> pieces) {
        this.missing = size;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (missing == 0 || length == 0) {
            return missing == 0 ? -1 : 0;
        }
        int read = piece.read(into, offset, length);
        if (read < 0) {
            piece = new ByteArrayInputStream(next());
            read = piece.read(into, offset, length);
        }
        missing -= Math.max(read, 0);
        return read;
    }

    /** Whatever goes wrong here has to be said as streams say it, else the reader waits for the rest for ever. */
    private byte[] next() throws IOException {
        try {
            return pieces.apply(next++)
                    .orElseThrow(() -> new IOException("the file is gone"))
                    .content();
        } catch (RuntimeException unreadable) {
            throw new IOException("the file cannot be read", unreadable);
        }
    }
}
