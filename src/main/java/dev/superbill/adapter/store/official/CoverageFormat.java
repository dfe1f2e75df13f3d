package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.CoverageDraft.Standing;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis.Effect;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The tables of the Medicare Coverage Database, as its downloads have them. Columns of prose are
/// not read.
///
/// Source: the downloads of current articles, local and national coverage determinations. Articles
/// list the codes; `XX000` in place of a code says that none applies.
final class CoverageFormat implements SourceFormat {
    private static final String NO_CODE = "XX000";

    /// A table, known by its columns.
    private enum Part {
        ARTICLE,
        LCD,
        NCD,
        ARTICLE_PROCEDURES,
        LCD_PROCEDURES,
        COVERED,
        NOT_COVERED,
        ARTICLE_CONTRACTORS,
        LCD_CONTRACTORS,
        CONTRACTORS,
        JURISDICTIONS,
        STATES;

        boolean isKnownBy(Columns columns) {
            return switch (this) {
                case ARTICLE ->
                        columns.have("articleid", "articleversion", "title", "articleeffdate");
                case LCD ->
                        columns.have("lcdid", "lcdversion", "title")
                                && columns.find("reveffdate", "origdeteffdate").isPresent();
                case NCD -> columns.have("ncdid", "ncdvrsnnum", "ncdmnlsect", "ncdefctvdt");
                case ARTICLE_PROCEDURES ->
                        columns.have("articleid", "articleversion", "hcpccodeid");
                case LCD_PROCEDURES -> columns.have("lcdid", "lcdversion", "hcpccodeid");
                case COVERED -> columns.have("articleid", "icd10codeid", "icd10coveredgroup");
                case NOT_COVERED ->
                        columns.have("articleid", "icd10codeid", "icd10noncoveredgroup");
                case ARTICLE_CONTRACTORS ->
                        columns.have("articleid", "articleversion", "contractorid");
                case LCD_CONTRACTORS -> columns.have("lcdid", "lcdversion", "contractorid");
                case CONTRACTORS -> columns.have("contractorid", "contractornumber");
                case JURISDICTIONS -> columns.have("contractorid", "stateid", "termdate");
                case STATES -> columns.have("stateid", "stateabbrev");
            };
        }
    }

    @Override
    public String label() {
        return "a table of the coverage database";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.COVERAGE);
    }

    @Override
    public boolean recognises(Head head) {
        return part(head).isPresent();
    }

    private static Optional<Part> part(Head head) {
        return header(head)
                .flatMap(columns ->
                        Arrays.stream(Part.values())
                                .filter(part -> part.isKnownBy(columns))
                                .findFirst());
    }

    /// The tables have no banner.
    private static Optional<Columns> header(Head head) {
        return head.rows().stream().findFirst().map(Columns::of);
    }

    @Override
    public Optional<Dated> dated(Head head) {
        return Optional.of(Dated.always(CoverageDraft.CURRENT));
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        var reader =
                new Reader(source, header, source.draft(CoverageDraft.class, CoverageDraft::new));
        source.eachRow(
                header,
                switch (part(source.head()).orElseThrow()) {
                    case ARTICLE -> reader.articles();
                    case LCD -> reader.determinations();
                    case NCD -> reader.nationals();
                    case ARTICLE_PROCEDURES -> reader.procedures("A", "article");
                    case LCD_PROCEDURES -> reader.procedures("L", "lcd");
                    case COVERED -> reader.diagnoses("icd10coveredgroup", Effect.SUPPORTS);
                    case NOT_COVERED ->
                            reader.diagnoses("icd10noncoveredgroup", Effect.DOES_NOT_SUPPORT);
                    case ARTICLE_CONTRACTORS -> reader.contractorsOf("A", "article");
                    case LCD_CONTRACTORS -> reader.contractorsOf("L", "lcd");
                    case CONTRACTORS -> reader.contractors();
                    case JURISDICTIONS -> reader.jurisdictions();
                    case STATES -> reader.states();
                });
    }

    /// Makes the steps of each table.
    private static final class Reader {
        private final Source source;
        private final Columns header;
        private final CoverageDraft draft;

        Reader(Source source, Columns header, CoverageDraft draft) {
            this.source = source;
            this.header = header;
            this.draft = draft;
        }

        Source.Step articles() {
            int id = header.require("articleid");
            int version = header.require("articleversion");
            return document(
                    row -> "A" + number(row.cell(id)), version, "articleeffdate", "articleenddate");
        }

        Source.Step determinations() {
            int id = header.require("lcdid");
            int version = header.require("lcdversion");
            var from = header.find("reveffdate").isPresent() ? "reveffdate" : "origdeteffdate";
            return document(row -> "L" + number(row.cell(id)), version, from, "revenddate");
        }

        private interface Naming {
            String id(Row row);
        }

        private Source.Step document(Naming naming, int version, String begins, String ends) {
            int title = header.require("title");
            int from = header.require(begins);
            var firstFrom = header.find("origdeteffdate");
            var to = header.find(ends, "entdetenddate");
            var retired = header.find("dateretired");
            var status = header.find("status");
            var display = header.find("displayid");
            var updated = header.find("lastupdated");
            return row -> {
                changed(row, updated);
                var id = naming.id(row);
                var begin = row.cell(from).isEmpty() ? cell(row, firstFrom) : row.cell(from);
                var end = cell(row, to).isEmpty() ? cell(row, retired) : cell(row, to);
                var standing = standing(cell(row, status), cell(row, display), begin, end);
                draft.document(
                        id,
                        Values.count(row.cell(version)),
                        row.cell(title),
                        begin.isEmpty() ? CodeEntry.ALWAYS_FROM : Values.timestamp(begin),
                        end.isEmpty() ? CodeEntry.ALWAYS_TO : Values.timestamp(end),
                        standing);
                if (standing == Standing.IN_FORCE) {
                    source.keptInDraft();
                }
            };
        }

        /// Approved ones are in force, and retired ones were until their end. Drafts, proposals and
        /// what has no date bind nobody.
        private static Standing standing(String status, String display, String begin, String end) {
            boolean approved = status.isEmpty() || status.equalsIgnoreCase("A");
            boolean retired = status.equalsIgnoreCase("R") && !end.isEmpty();
            return (approved || retired) && !display.startsWith("D") && !begin.isEmpty()
                    ? Standing.IN_FORCE
                    : Standing.NOT_IN_FORCE;
        }

        Source.Step nationals() {
            int section = header.require("ncdmnlsect");
            int version = header.require("ncdvrsnnum");
            int title = header.require("ncdmnlsecttitle");
            int from = header.require("ncdefctvdt");
            int to = header.require("ncdtrmntndt");
            var updated = header.find("lastupdttmstmp");
            return row -> {
                changed(row, updated);
                var begin = row.cell(from);
                var end = row.cell(to);
                if (row.cell(section).isEmpty()) {
                    throw new BadRowException("the section of the manual is missing");
                }
                draft.document(
                        "NCD " + row.cell(section),
                        Values.count(row.cell(version)),
                        row.cell(title),
                        begin.isEmpty() ? CodeEntry.ALWAYS_FROM : Values.timestamp(begin),
                        end.isEmpty() ? CodeEntry.ALWAYS_TO : Values.timestamp(end),
                        Standing.IN_FORCE);
                source.keptInDraft();
            };
        }

        Source.Step procedures(String prefix, String table) {
            int id = header.require(table + "id");
            int version = header.require(table + "version");
            int code = header.require("hcpccodeid");
            var group = header.find("hcpccodegroup");
            return row -> {
                var value = row.cell(code);
                if (!value.equals(NO_CODE)) {
                    draft.procedure(
                            prefix + number(row.cell(id)),
                            Values.count(row.cell(version)),
                            group(row, group),
                            source.values().procedure(value));
                    source.keptInDraft();
                }
            };
        }

        Source.Step diagnoses(String groupColumn, Effect effect) {
            int id = header.require("articleid");
            int version = header.require("articleversion");
            int code = header.require("icd10codeid");
            var group = header.find(groupColumn);
            return row -> {
                var value = row.cell(code);
                if (!value.equals(NO_CODE)) {
                    draft.diagnosis(
                            "A" + number(row.cell(id)),
                            Values.count(row.cell(version)),
                            group(row, group),
                            value,
                            effect);
                    source.keptInDraft();
                }
            };
        }

        Source.Step contractorsOf(String prefix, String table) {
            int id = header.require(table + "id");
            int version = header.require(table + "version");
            return row -> {
                draft.contractor(
                        prefix + number(row.cell(id)),
                        Values.count(row.cell(version)),
                        contractor(row));
                source.keptInDraft();
            };
        }

        Source.Step contractors() {
            int number = header.require("contractornumber");
            return row -> {
                draft.contractorNumber(contractor(row), row.cell(number));
                source.keptInDraft();
            };
        }

        Source.Step jurisdictions() {
            int state = header.require("stateid");
            int ended = header.require("termdate");
            return row -> {
                if (row.cell(ended).isEmpty()) {
                    draft.jurisdiction(contractor(row), number(row.cell(state)));
                    source.keptInDraft();
                }
            };
        }

        Source.Step states() {
            int id = header.require("stateid");
            int name = header.require("stateabbrev");
            return row -> {
                draft.state(number(row.cell(id)), row.cell(name));
                source.keptInDraft();
            };
        }

        /// A contractor's key: its number changes with its type and version.
        private String contractor(Row row) {
            return number(row.cell(header.require("contractorid")))
                    + "/"
                    + cell(row, header.find("contractortypeid"))
                    + "/"
                    + cell(row, header.find("contractorversion"));
        }

        private void changed(Row row, OptionalInt column) {
            var value = cell(row, column);
            if (!value.isEmpty()) {
                LocalDate date = Values.timestamp(value);
                draft.changed(date);
            }
        }

        private static String number(String value) {
            return String.valueOf(Values.count(value));
        }

        private static int group(Row row, OptionalInt column) {
            var value = cell(row, column);
            return value.isEmpty() ? 0 : Values.count(value);
        }

        private static String cell(Row row, OptionalInt column) {
            return column.isPresent() ? row.cell(column.getAsInt()) : "";
        }
    }
}
