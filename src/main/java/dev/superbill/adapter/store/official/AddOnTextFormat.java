package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// NCCI add-on code edits as CMS's flat file: the type in column 1, the add-on code in 2 to 6, its
/// deletion in 7 to 13, the primary code in 14 to 18, its deletion in 19 to 25, the edit's first
/// and last date in 26 to 32 and 33 to 39, and a remark.
final class AddOnTextFormat implements SourceFormat {
    private static final int SHORTEST = 32;

    @Override
    public String label() {
        return "the flat file of add-on codes";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.ADD_ON);
    }

    @Override
    public boolean recognises(Head head) {
        var lines = head.lines();
        return !lines.isEmpty() && lines.stream().limit(3).allMatch(AddOnTextFormat::isEdit);
    }

    private static boolean isEdit(Row row) {
        var line = row.raw(0);
        return line.length() >= SHORTEST
                && line.charAt(0) >= '1'
                && line.charAt(0) <= '3'
                && Values.isProcedure(line.substring(1, 6))
                && Values.isDigits(line, 25, SHORTEST);
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.ncciQuarter(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        source.eachLine(row -> {
            var line = row.raw(0);
            if (line.length() < SHORTEST) {
                throw new BadRowException("the line is too short");
            }
            var begins = Values.ordinalDateOrNone(cut(line, 25, 32));
            LocalDate last = Values.ordinalDateOrNone(cut(line, 6, 13));
            last = AddOnFormat.earlier(last, Values.ordinalDateOrNone(cut(line, 18, 25)));
            last = AddOnFormat.earlier(last, Values.ordinalDateOrNone(cut(line, 32, 39)));
            AddOnFormat.keep(
                    source,
                    new OfficialRow.AddOnPair(
                            source.values().procedure(cut(line, 1, 6)),
                            AddOnFormat.primaries(source.values(), cut(line, 13, 18)),
                            AddOnFormat.type(cut(line, 0, 1)),
                            begins,
                            last));
        });
    }

    private static String cut(String line, int from, int to) {
        return from >= line.length()
                ? ""
                : line.substring(from, Math.min(to, line.length())).strip();
    }
}
