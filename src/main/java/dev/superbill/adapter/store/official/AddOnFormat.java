package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// NCCI add-on code edits: CMS's workbook, or a plain list of pairs.
///
/// Source: CMS's AOC files; `CCCCC` in place of a primary leaves the choice to the contractor, and
/// dates are a year and a day of it.
final class AddOnFormat implements SourceFormat {
    private static final String CONTRACTORS_CHOICE = "CCCCC";

    @Override
    public String label() {
        return "a table of add-on codes";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.ADD_ON);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns -> columns.have("addoncode", "primarycode", "aocedittype"));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.ncciQuarter(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        int addOn = header.require("addoncode");
        int primary = header.require("primarycode");
        int type = header.require("aocedittype");
        var from = header.find("aocediteffdt");
        var ends =
                List.of(
                        header.find("aocdeldt"),
                        header.find("primarycodedeldt"),
                        header.find("aoceditdeldt"));
        var edition = source.edition();
        source.eachRow(
                header,
                row -> {
                    var begins =
                            from.isPresent()
                                    ? Values.ordinalDateOrNone(row.cell(from.getAsInt()))
                                    : edition.from();
                    var last = from.isPresent() ? Values.ordinalDateOrNone("") : edition.to();
                    for (var end : ends) {
                        if (end.isPresent()) {
                            last =
                                    earlier(
                                            last,
                                            Values.ordinalDateOrNone(row.cell(end.getAsInt())));
                        }
                    }
                    keep(
                            source,
                            new OfficialRow.AddOnPair(
                                    source.values().procedure(row.cell(addOn)),
                                    primaries(source.values(), row.cell(primary)),
                                    type(row.cell(type)),
                                    begins,
                                    last));
                });
    }

    /// Keeps a pair that was ever in force.
    static void keep(Source source, OfficialRow.AddOnPair pair) {
        if (!pair.to().isBefore(pair.from())) {
            source.keep(pair);
        }
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static int type(String value) {
        int type = Values.count(value);
        if (type < 1 || type > 3) {
            throw BadRowException.of(value, "is no type of add-on code");
        }
        return type;
    }

    static List<Code> primaries(Values values, String value) {
        return value.equals(CONTRACTORS_CHOICE) ? List.of() : List.of(values.procedure(value));
    }
}
