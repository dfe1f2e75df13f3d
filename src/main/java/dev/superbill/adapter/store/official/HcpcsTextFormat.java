package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.HcpcsDraft.Entry;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The alpha-numeric HCPCS file in columns of fixed width, a description going on over several
/// records.
///
/// Source: CMS's record layout of the contractor file: code 1-5, sequence 6-10, record kind 11 (3
/// and 4 procedures, 7 and 8 modifiers), long text 12-91, short text 92-119, coverage 230, date
/// added 269-276, last date 285-292, action 293.
final class HcpcsTextFormat implements SourceFormat {
    private static final int SHORTEST_FIRST = 293;
    private static final int TEXT_FROM = 11;
    private static final int TEXT_TO = 91;

    @Override
    public String label() {
        return "the HCPCS file in fixed columns";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.HCPCS);
    }

    @Override
    public boolean recognises(Head head) {
        return head.lines().stream().anyMatch(row -> isFirst(row.raw(0)));
    }

    private static boolean isFirst(String line) {
        return line.length() >= SHORTEST_FIRST
                && Values.isDigits(line, 5, 10)
                && (line.charAt(10) == '3' || line.charAt(10) == '7')
                && Values.isDigits(line, 268, 276);
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.hcpcs(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        source.eachLine(new Records(source));
    }

    private static final class Records implements Source.Step {
        private final Source source;
        private final HcpcsDraft draft;
        private boolean begun;
        private String code = "";
        private int sequence;
        private @Nullable Entry entry;

        Records(Source source) {
            this.source = source;
            draft = source.draft(HcpcsDraft.class, HcpcsDraft::new);
        }

        @Override
        public void take(Row row) {
            var line = row.raw(0);
            if (!begun && !isFirst(line)) {
                throw new SkippedRowException();
            }
            begun = true;
            if (line.length() <= TEXT_FROM || !Values.isDigits(line, 5, 10)) {
                throw new BadRowException("the line is no record");
            }
            var of = line.substring(0, 5).strip();
            int number = Integer.parseInt(line.substring(5, 10));
            switch (line.charAt(10)) {
                case '3', '7' -> first(line, of, number);
                case '4', '8' -> next(line, of, number);
                default -> throw BadRowException.of(line.substring(10, 11), "is no kind of record");
            }
        }

        private void first(String line, String of, int number) {
            entry = null;
            if (line.length() < SHORTEST_FIRST) {
                throw new BadRowException("the line is too short");
            }
            var values = source.values();
            var read =
                    new Entry(
                            line.substring(TEXT_FROM, TEXT_TO).strip(),
                            line.substring(TEXT_TO, 119).strip(),
                            Optional.of(values.date(line.substring(268, 276))),
                            values.dateOrNone(line.substring(284, 292).strip()),
                            line.substring(229, 230).strip());
            entry = draft.add(of, read);
            code = of;
            sequence = number;
            source.keptInDraft();
        }

        private void next(String line, String of, int number) {
            if (entry == null || !of.equals(code) || number <= sequence) {
                throw new BadRowException("the line goes on with no record before it");
            }
            sequence = number;
            entry.append(line.substring(TEXT_FROM, Math.min(TEXT_TO, line.length())).strip());
            throw new SkippedRowException();
        }
    }
}
