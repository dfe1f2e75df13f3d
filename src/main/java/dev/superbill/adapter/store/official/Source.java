package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.Table.Layout;
import dev.superbill.adapter.wire.CodeBundles.Flaw;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A file that is being read, and what takes its rows. A row that cannot be read is noted, and the
/// reading goes on, so that an operator sees all that is wrong.
final class Source {
    private static final int MOST_BAD_ROWS = 1000;

    private final Head head;
    private final EditionRows rows;
    private final InputStream in;
    private final Values values = new Values();
    private final List<Flaw> bad = new ArrayList<>();
    private long read;
    private long kept;
    private long line;
    private boolean says;

    Source(Head head, EditionRows rows, InputStream in) {
        this.head = head;
        this.rows = rows;
        this.in = new Open(in);
    }

    /// Reads a row.
    interface Step {
        /// Reads it.
        ///
        /// @throws BadRowException if it cannot be read
        void take(Row row);
    }

    Head head() {
        return head;
    }

    SourceKind kind() {
        return edition().kind();
    }

    SourceEdition edition() {
        return rows.edition();
    }

    Values values() {
        return values;
    }

    /// The content, for what is no table.
    InputStream content() {
        return in;
    }

    /// Reads the rows under a header.
    void eachRow(Columns header, Step step) throws IOException {
        each(
                head.layout(),
                header.line(),
                row -> {
                    requireWidth(row, header.size());
                    step.take(row);
                });
    }

    /// Reads every row.
    void eachRow(Step step) throws IOException {
        each(head.layout(), 0, step);
    }

    /// Reads every line.
    void eachLine(Step step) throws IOException {
        each(Layout.LINES, 0, step);
    }

    private void each(Layout layout, long after, Step step) throws IOException {
        var table = layout.open(in);
        var next = table.next();
        while (next.isPresent()) {
            var row = next.get();
            next = table.next();
            if (row.line() > after) {
                if (next.isEmpty() && table.isCut()) {
                    step(
                            row,
                            _ -> {
                                throw new BadRowException(
                                        "the file ends in the middle of the line");
                            });
                } else {
                    step(row, step);
                }
            }
        }
    }

    /// Reads one row.
    void step(Row row, Step step) {
        line = row.line();
        read++;
        says = false;
        try {
            step.take(row);
            if (says) {
                kept++;
            }
        } catch (SkippedRowException _) {
            read--;
        } catch (BadRowException | IllegalArgumentException e) {
            bad(row.line(), String.valueOf(e.getMessage()));
        }
    }

    private void requireWidth(Row row, int width) {
        boolean sheet = head.layout() == Layout.SHEET;
        if ((!sheet && row.size() < width) || !row.isBlankFrom(width)) {
            throw new BadRowException(
                    "the row has " + row.size() + " columns, the header has " + width);
        }
    }

    private void bad(long at, String what) {
        bad.add(new Flaw(head.file().label(), at, what));
        if (bad.size() >= MOST_BAD_ROWS) {
            throw new RefusedFileException(
                    at, "so many rows cannot be read that the file is not what it seems");
        }
    }

    /// Keeps a row.
    void keep(OfficialRow row) {
        rows.add(row);
        says = true;
    }

    /// Keeps a row in what several files make together.
    <D extends Draft> D draft(Class<D> type, Supplier<D> made) {
        return rows.draft(type, made);
    }

    /// Says that a draft keeps the row.
    void keptInDraft() {
        says = true;
    }

    /// The line that was last begun.
    long line() {
        return line;
    }

    /// How many rows there are.
    long read() {
        return read;
    }

    /// How many of them said something to keep.
    long kept() {
        return kept;
    }

    /// The rows that could not be read.
    List<Flaw> bad() {
        return List.copyOf(bad);
    }

    /// Stays open when a reader is done with it: what is left is read for the checksum.
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        public void close() {}
    }
}
