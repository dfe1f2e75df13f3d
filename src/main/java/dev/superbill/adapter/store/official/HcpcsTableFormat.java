package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.HcpcsDraft.Entry;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
        int code = code(header).orElseThrow();
        int added = added(header).orElseThrow();
        int ends = ends(header).orElseThrow();
        var longText = header.find("longdescription");
        var shortText = header.find("shortdescription");
        var coverage = header.find("cov");
        var record = header.find("recid");
        var draft = source.draft(HcpcsDraft.class, HcpcsDraft::new);
        var values = source.values();
        source.eachRow(
                header,
                row -> {
                    var kind = cell(row, record);
                    if (kind.equals("4") || kind.equals("8")) {
                        throw new BadRowException("a description goes on over several rows");
                    }
                    draft.add(
                            row.cell(code),
                            new Entry(
                                    cell(row, longText),
                                    cell(row, shortText),
                                    Optional.of(values.date(row.cell(added))),
                                    values.dateOrNone(row.cell(ends)),
                                    cell(row, coverage)));
                    source.keptInDraft();
                });
    }

    private static String cell(Row row, OptionalInt column) {
        return column.isPresent() ? row.cell(column.getAsInt()) : "";
    }
}
