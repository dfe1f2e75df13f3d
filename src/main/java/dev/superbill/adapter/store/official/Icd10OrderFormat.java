package dev.superbill.adapter.store.official;

import dev.superbill.codeset.Billing;
import dev.superbill.codeset.OfficialRow.Icd10;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The ICD-10-CM order file: an ascending number in columns 1 to 5, the code in 7 to 13, 1 or 0 in
/// 15 for what may be reported or only heads it, the short title from 17, the long title from 78.
final class Icd10OrderFormat implements SourceFormat {
    private static final int ORDER = 5;
    private static final int CODE = 6;

    @Override
    public String label() {
        return "an ICD-10-CM order file";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.ICD_10_CM);
    }

    @Override
    public boolean recognises(Head head) {
        var lines = head.lines();
        return !lines.isEmpty() && lines.stream().limit(3).allMatch(line -> isOrdered(line.raw(0)));
    }

    private static boolean isOrdered(String line) {
        return line.length() > ORDER
                && Values.isDigits(line, 0, ORDER)
                && line.charAt(ORDER) == ' '
                && isRow(line, CODE);
    }

    /// Whether a code, its flag and its titles stand in a line from a column on.
    static boolean isRow(String line, int from) {
        return line.length() > from + 71
                && Character.isLetter(line.charAt(from))
                && line.charAt(from + 7) == ' '
                && (line.charAt(from + 8) == '0' || line.charAt(from + 8) == '1')
                && line.charAt(from + 9) == ' ';
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.fiscalYear(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        source.eachLine(new Lines(source));
    }

    private static final class Lines implements Source.Step {
        private final Source source;
        private final Icd10Draft draft;
        private int before;

        Lines(Source source) {
            this.source = source;
            draft = source.draft(Icd10Draft.class, Icd10Draft::new);
        }

        @Override
        public void take(Row row) {
            var line = row.raw(0);
            if (!isOrdered(line)) {
                throw new BadRowException("the line is no row of an order file");
            }
            int order = Integer.parseInt(line.substring(0, ORDER));
            if (order <= before) {
                throw new BadRowException("the number " + order + " does not follow " + before);
            }
            before = order;
            draft.add(
                    new Icd10(
                            Values.diagnosis(line.substring(CODE, CODE + 7).strip()),
                            line.charAt(CODE + 8) == '1' ? Billing.BILLABLE : Billing.HEADER,
                            line.substring(CODE + 10, CODE + 70).strip(),
                            line.substring(CODE + 71).strip()));
            source.keptInDraft();
        }
    }
}
