package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.Table.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// What a file begins with: enough to tell its format and its edition.
final class Head {
    private static final int LENGTH = 1 << 16;
    private static final int MOST_ROWS = 120;
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};

    private final SourceFile file;
    private final Layout layout;
    private final List<Row> lines;
    private final List<Row> rows;

    private Head(SourceFile file, Layout layout, List<Row> lines, List<Row> rows) {
        this.file = file;
        this.layout = layout;
        this.lines = lines;
        this.rows = rows;
    }

    /// Reads the beginning of a file. What is no text has no lines.
    static Head of(SourceFile file) throws IOException {
        byte[] start;
        try (var in = opened(file, file.opener().open())) {
            start = in.readNBytes(LENGTH);
        }
        if (file.ending().equals("xlsx") && beginsWith(start, WORKBOOK)) {
            try (var in = opened(file, file.opener().open())) {
                var rows = rows(Layout.SHEET.open(in));
                return new Head(file, Layout.SHEET, List.of(), rows);
            }
        }
        if (!isText(start)) {
            return new Head(file, Layout.LINES, List.of(), List.of());
        }
        var whole = wholeLines(start);
        var lines = rows(Layout.LINES.open(new ByteArrayInputStream(whole)));
        var layout = hasTabs(lines) ? Layout.TABS : Layout.COMMAS;
        return new Head(file, layout, lines, rows(layout.open(new ByteArrayInputStream(whole))));
    }

    /// The content of a file, unpacked where it is packed.
    static InputStream opened(SourceFile file, InputStream in) throws IOException {
        return file.label().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(in, LENGTH)
                : in;
    }

    private static boolean beginsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean isText(byte[] bytes) {
        for (byte unit : bytes) {
            if (unit == 0) {
                return false;
            }
        }
        return !beginsWith(bytes, "%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    /// All of a short file; of a long one, its beginning without the line that was cut.
    private static byte[] wholeLines(byte[] start) {
        int length = start.length;
        if (length == LENGTH) {
            while (length > 0 && start[length - 1] != '\n') {
                length--;
            }
        }
        return Arrays.copyOf(start, length);
    }

    private static List<Row> rows(Table table) throws IOException {
        var rows = new ArrayList<Row>();
        try {
            var next = table.next();
            while (next.isPresent() && rows.size() < MOST_ROWS) {
                rows.add(next.get());
                next = table.next();
            }
        } catch (RefusedFileException _) {
            // What comes before is still worth looking at; reading will come here again.
        }
        return rows;
    }

    /// Whether most lines are divided by tabs.
    private static boolean hasTabs(List<Row> lines) {
        var divided = lines.stream().filter(line -> line.raw(0).indexOf('\t') >= 0).count();
        return divided * 2 > lines.size();
    }

    SourceFile file() {
        return file;
    }

    /// The name of the file, without `.gz`.
    String name() {
        return file.name();
    }

    /// How its rows are divided, if it is a table.
    Layout layout() {
        return layout;
    }

    /// Its first lines as they stand; none where it is no text.
    List<Row> lines() {
        return lines;
    }

    /// Its first rows.
    List<Row> rows() {
        return rows;
    }

    /// The first row that is a header in someone's eyes.
    Optional<Columns> header(Predicate<Columns> isHeader) {
        return rows.stream().map(Columns::of).filter(isHeader).findFirst();
    }

    /// The rows before a line as one text, for what a banner says.
    String banner(long before) {
        var banner = new StringBuilder();
        for (var row : rows) {
            if (row.line() >= before) {
                break;
            }
            for (int i = 0; i < row.size(); i++) {
                banner.append(row.cell(i)).append(' ');
            }
            banner.append('\n');
        }
        return banner.toString();
    }
}
