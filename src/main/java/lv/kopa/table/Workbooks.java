package lv.kopa.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file, as it looks: dates as dates, numbers without what a machine adds to them. */
final class Workbooks {
    /** How much a file may be when it is unpacked: one of 10 MB could otherwise be 10 GB. */
    private static final long LARGEST = 200L * 1024 * 1024;

    /** More columns than any list of people has. */
    private static final int MOST_COLUMNS = 200;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private Workbooks() {}

    static boolean isOne(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    static List<List<String>> rows(byte[] file, int most) {
        List<List<String>> rows = new ArrayList<>();
        try {
            refuseBombs(file);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                    Stream<Row> sheet = book.getFirstSheet().openStream()) {
                sheet.map(Workbooks::cells)
                        .filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty()))
                        .limit(most + 1L)
                        .forEach(rows::add);
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof TableUnreadable known) {
                throw known;
            }
            throw new TableUnreadable("table.fault.no-text");
        }
        return rows;
    }

    private static void refuseBombs(byte[] file) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    unpacked += length(content, piece, LARGEST - unpacked);
                }
                if (unpacked > LARGEST) {
                    throw new TableUnreadable("table.fault.unpacked");
                }
            }
        }
    }

    private static long length(InputStream entry, byte[] piece, long most) throws IOException {
        long length = 0;
        for (int read = entry.read(piece); read >= 0 && length <= most; read = entry.read(piece)) {
            length += read;
        }
        return length;
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, Math.min(row.getCellCount(), MOST_COLUMNS))
                .mapToObj(column ->
                        row.getOptionalCell(column).map(Workbooks::text).orElse(""))
                .map(String::strip)
                .toList();
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell.getDataFormatString()) ? date(cell) : plain(cell.asNumber());
        }
        @Nullable String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
                        .matches(".*[ymdh].*");
    }

    private static String date(Cell cell) {
        try {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        } catch (ExcelReaderException none) {
            return plain(cell.asNumber());
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
