package dev.superbill.adapter.store.official;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// The rows of a file, one after the other.
interface Table {
    /// The next row; blank ones are left out.
    Optional<Row> next() throws IOException;

    /// Whether the file ended in the middle of the last row.
    boolean isCut();

    /// How rows are divided into cells.
    enum Layout {
        /// A line is one cell.
        LINES,
        /// Tabs stand between the cells of a line.
        TABS,
        /// Commas stand between cells, and quotes around some.
        COMMAS,
        /// The first sheet of an Excel workbook.
        SHEET;

        /// The rows of a stream.
        Table open(InputStream in) throws IOException {
            return switch (this) {
                case LINES -> lines(in);
                case TABS -> tabs(in);
                case COMMAS -> commas(in);
                case SHEET -> sheet(in);
            };
        }
    }

    private static Table lines(InputStream in) {
        return ofLines(new SourceText(in), List::of);
    }

    private static Table tabs(InputStream in) {
        return ofLines(new SourceText(in), Table::splitAtTabs);
    }

    private static Table ofLines(SourceText text, Function<String, List<String>> cells) {
        return new Table() {
            @Override
            public Optional<Row> next() throws IOException {
                var line = text.nextLine();
                while (line.isPresent() && line.get().isBlank()) {
                    line = text.nextLine();
                }
                return line.map(found -> new Row(text.line(), cells.apply(found)));
            }

            @Override
            public boolean isCut() {
                return text.isCut();
            }
        };
    }

    private static List<String> splitAtTabs(String line) {
        var cells = new ArrayList<String>(8);
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(line.substring(from, tab));
            from = tab + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private static Table commas(InputStream in) {
        var text = new SourceText(in);
        var records =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)
                        .iterator();
        return new Table() {
            @Override
            public Optional<Row> next() throws IOException {
                try {
                    return nextRecord(records);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                } catch (CsvParseException e) {
                    throw unreadable(e, text.line());
                }
            }

            @Override
            public boolean isCut() {
                return text.isCut();
            }
        };
    }

    private static Optional<Row> nextRecord(CloseableIterator<CsvRecord> records) {
        while (records.hasNext()) {
            var next = records.next();
            var row = new Row(next.getStartingLineNumber(), next.getFields());
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static RuntimeException unreadable(CsvParseException e, long line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedFileException refused) {
                return refused;
            }
        }
        return new RefusedFileException(line, "the quotes of the row do not match");
    }

    private static Table sheet(InputStream in) throws IOException {
        // The workbook is kept in memory and goes with its rows.
        var bytes = in.readAllBytes();
        requireWhole(bytes);
        Iterator<org.dhatim.fastexcel.reader.Row> rows;
        try {
            rows =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes))
                            .getFirstSheet()
                            .openStream()
                            .iterator();
        } catch (IOException | ExcelReaderException e) {
            throw damaged(e);
        }
        return new Table() {
            @Override
            public Optional<Row> next() throws IOException {
                try {
                    while (rows.hasNext()) {
                        var row = rowOf(rows.next());
                        if (!row.isBlank()) {
                            return Optional.of(row);
                        }
                    }
                    return Optional.empty();
                } catch (ExcelReaderException e) {
                    throw damaged(e);
                }
            }

            @Override
            public boolean isCut() {
                return false;
            }
        };
    }

    /// Compares every part of a workbook with its checksum, which reading it does not.
    private static void requireWhole(byte[] workbook) throws IOException {
        try (var parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (parts.getNextEntry() != null) {
                parts.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static ZipException damaged(Exception cause) {
        var damaged = new ZipException("the workbook is damaged");
        damaged.initCause(cause);
        return damaged;
    }

    private static Row rowOf(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(Table::valueOf).orElse(""));
        }
        return new Row(row.getRowNum(), cells);
    }

    private static String valueOf(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.ERROR ? "" : cell.getText();
    }
}
