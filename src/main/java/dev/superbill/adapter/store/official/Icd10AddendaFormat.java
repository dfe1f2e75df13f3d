package dev.superbill.adapter.store.official;

import dev.superbill.codeset.Billing;
import dev.superbill.codeset.OfficialRow.Icd10;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The addenda to an ICD-10-CM order file: what it adds, deletes and revises, then how many. They
/// are applied to the order file of the same edition.
final class Icd10AddendaFormat implements SourceFormat {
    private static final int FLAG = 13;
    private static final int CODE = 15;
    private static final int SHORT_TITLE = 23;
    private static final int LONG_TITLE = 84;
    private static final Set<String> COUNTS = Set.of("Headers", "Codes");

    @Override
    public String label() {
        return "addenda to an ICD-10-CM order file";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.ICD_10_CM);
    }

    @Override
    public boolean recognises(Head head) {
        var lines = head.lines();
        return !lines.isEmpty() && lines.stream().limit(2).allMatch(line -> isChange(line.raw(0)));
    }

    private static boolean isChange(String line) {
        return line.startsWith("Add:")
                || line.startsWith("Delete:")
                || line.startsWith("Revise from:")
                || line.startsWith("Revise to:");
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.fiscalYear(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        source.eachLine(new Changes(source));
    }

    private static final class Changes implements Source.Step {
        private final Source source;
        private final Icd10Draft draft;
        private boolean over;

        Changes(Source source) {
            this.source = source;
            draft = source.draft(Icd10Draft.class, Icd10Draft::new);
        }

        @Override
        public void take(Row row) {
            var line = row.raw(0);
            if (over || COUNTS.contains(row.cell(0))) {
                over = true;
                throw new SkippedRowException();
            }
            if (!isChange(line)
                    || line.length() <= LONG_TITLE
                    || (line.charAt(FLAG) != '0' && line.charAt(FLAG) != '1')) {
                throw new BadRowException("the line is no change to an order file");
            }
            var changed =
                    new Icd10(
                            Values.diagnosis(line.substring(CODE, SHORT_TITLE).strip()),
                            line.charAt(FLAG) == '1' ? Billing.BILLABLE : Billing.HEADER,
                            line.substring(SHORT_TITLE, LONG_TITLE).strip(),
                            line.substring(LONG_TITLE).strip());
            switch (line.charAt(0)) {
                case 'A' -> draft.revise(changed);
                case 'D' -> draft.delete(changed.code());
                default -> {
                    if (line.startsWith("Revise from:")) {
                        throw new SkippedRowException();
                    }
                    draft.revise(changed);
                }
            }
            source.keptInDraft();
        }
    }
}
