package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.HcpcsDraft.Entry;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The alpha-numeric HCPCS file as a workbook or as values with commas, or a list with some of its
/// columns. Modifiers are the codes of two characters.
final class HcpcsTableFormat implements SourceFormat {
    @Override
    public String label() {
        return "a table of HCPCS codes";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.HCPCS);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns ->
                code(columns).isPresent()
                        && added(columns).isPresent()
                        && ends(columns).isPresent());
    }

    private static OptionalInt code(Columns columns) {
        return columns.find("hcpc", "hcpcs", "hcpcscode");
    }

    private static OptionalInt added(Columns columns) {
        return columns.find("adddt", "adddate", "dateadded");
    }

    private static OptionalInt ends(Columns columns) {
        return columns.find("termdt", "termdate", "dateterm");
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.hcpcs(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        source.eachRow(header, new Codes(source, header));
    }

    private static final class Codes implements Source.Step {
        private final Source source;
        private final HcpcsDraft draft;
        private final int code;
        private final int added;
        private final int ends;
        private final OptionalInt longText;
        private final OptionalInt shortText;
        private final OptionalInt coverage;
        private String before = "";
        private @Nullable Entry entry;

        Codes(Source source, Columns header) {
            this.source = source;
            draft = source.draft(HcpcsDraft.class, HcpcsDraft::new);
            code = code(header).orElseThrow();
            added = added(header).orElseThrow();
            ends = ends(header).orElseThrow();
            longText = header.find("longdescription");
            shortText = header.find("shortdescription");
            coverage = header.find("cov");
        }

        @Override
        public void take(Row row) {
            var of = row.cell(code);
            if (entry != null && of.equals(before) && goesOn(row)) {
                entry.append(cell(row, longText));
                throw new SkippedRowException();
            }
            before = of;
            entry = null;
            var values = source.values();
            entry =
                    draft.add(
                            of,
                            new Entry(
                                    cell(row, longText),
                                    cell(row, shortText),
                                    Optional.of(values.date(row.cell(added))),
                                    values.dateOrNone(row.cell(ends)),
                                    cell(row, coverage)));
            source.keptInDraft();
        }

        /// A description that is too long goes on in a row without dates.
        private boolean goesOn(Row row) {
            return row.cell(added).isEmpty() && !cell(row, longText).isEmpty();
        }

        private static String cell(Row row, OptionalInt column) {
            return column.isPresent() ? row.cell(column.getAsInt()) : "";
        }
    }
}
