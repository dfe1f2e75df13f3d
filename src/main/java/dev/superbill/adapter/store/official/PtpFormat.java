package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// NCCI procedure-to-procedure edits, as text with tabs or a workbook. Practitioners' and
/// hospitals' files are alike but for their names.
///
/// Edits with the modifier indicator 9 were deleted on the day on which they took effect: they
/// never applied, and are not kept. A list without effective dates is taken to apply from the first
/// day of its edition.
final class PtpFormat implements SourceFormat {
    private static final int NOT_APPLICABLE = 9;

    @Override
    public String label() {
        return "NCCI procedure-to-procedure edits";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.PTP_PRACTITIONER, SourceKind.PTP_HOSPITAL);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return head.header(columns -> columns.have("column1", "column2", "deletion*", "modifier*"));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return FileNames.ncciQuarter(head.file());
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        source.eachRow(new Edits(source, header));
    }

    private static final class Edits implements Source.Step {
        private final Source source;
        private final Columns header;
        private final int column1;
        private final int column2;
        private final OptionalInt effective;
        private final int deletion;
        private final int modifier;
        private final int rationale;
        private final int width;
        private final LocalDate from;
        private final LocalDate last;
        private final boolean dated;
        private boolean begun;

        Edits(Source source, Columns header) {
            this.source = source;
            this.header = header;
            column1 = header.require("column1");
            column2 = header.require("column2");
            effective = header.find("effective*");
            deletion = header.require("deletion*");
            modifier = header.require("modifier*");
            rationale = header.require("*rationale");
            width = header.size();
            from = source.edition().from();
            last = source.edition().to();
            dated = Dated.isOwn(source.edition());
        }

        @Override
        public void take(Row row) {
            var first = row.cell(column1);
            // The header goes on over lines that begin with nothing.
            if (row.line() <= header.line() || (!begun && first.isEmpty())) {
                throw new SkippedRowException();
            }
            begun = true;
            if (row.size() < width) {
                throw new BadRowException(
                        "the row has " + row.size() + " columns, the header has " + width);
            }
            var values = source.values();
            var code1 = values.procedure(first);
            var code2 = values.procedure(row.cell(column2));
            var begins = effective.isPresent() ? values.date(row.cell(effective.getAsInt())) : from;
            var ends = values.dateOrNone(row.cell(deletion));
            if (dated && begins.isAfter(last)) {
                throw new RefusedFileException(
                        row.line(),
                        "an edit takes effect on "
                                + begins
                                + ", after the edition "
                                + source.edition().edition()
                                + " ends: it is mislabelled");
            }
            int indicator = Values.count(row.cell(modifier));
            if (indicator > 1 && indicator != NOT_APPLICABLE) {
                throw BadRowException.of(row.cell(modifier), "is no modifier indicator");
            }
            var why = row.cell(rationale);
            if (why.isEmpty()) {
                throw new BadRowException("the rationale is missing");
            }
            if (indicator != NOT_APPLICABLE && ends.isAfter(begins)) {
                source.keep(
                        new OfficialRow.Ptp(
                                code1,
                                code2,
                                new PtpPair(indicator, begins, ends),
                                values.text(why)));
            }
        }
    }
}
