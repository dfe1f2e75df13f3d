package dev.superbill.adapter.store.official;

import dev.superbill.codeset.FeeIndicators;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The relative value file of the Medicare Physician Fee Schedule, as values with commas or a
/// workbook. Its header goes over several rows, and columns are known by all of them together.
///
/// Source: CMS RVU files. Releases are lettered by quarter, A from January to D from October.
final class FeeScheduleFormat implements SourceFormat {
    private static final Pattern BANNER =
            Pattern.compile(
                    "(20\\d\\d) National Physician Fee Schedule Relative Value File (\\w+) Release",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_MONTH =
            Pattern.compile("pprrvu(?:20)?(\\d\\d)_(jan|apr|jul|oct)");
    private static final Pattern BY_LETTER = Pattern.compile("pprrvu(?:20)?(\\d\\d)-?([a-d])");
    private static final Set<String> MODIFIERS = Set.of("", "26", "TC", "53");
    private static final Set<String> GLOBAL_DAYS =
            Set.of("000", "010", "090", "MMM", "XXX", "YYY", "ZZZ");
    private static final int HUNDREDTHS = 2;

    @Override
    public String label() {
        return "the relative value file of the fee schedule";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.FEE_SCHEDULE);
    }

    @Override
    public boolean recognises(Head head) {
        return header(head).isPresent();
    }

    private static Optional<Columns> header(Head head) {
        return lastRow(head)
                .map(last -> Columns.stacked(upTo(head, last)))
                .filter(columns -> columns.have("*pctcind", "*globdays"));
    }

    private static Optional<Row> lastRow(Head head) {
        return head.rows().stream()
                .filter(row -> row.cell(0).equals("HCPCS") && row.cell(1).equals("MOD"))
                .findFirst();
    }

    private static List<Row> upTo(Head head, Row last) {
        return head.rows().stream().filter(row -> row.line() <= last.line()).toList();
    }

    @Override
    public Optional<Dated> dated(Head head) {
        var byBanner =
                BANNER.matcher(head.banner(header(head).orElseThrow().line()))
                        .results()
                        .findFirst()
                        .flatMap(banner ->
                                FileNames.quarterOf(banner.group(2))
                                        .map(quarter ->
                                                release(
                                                        Integer.parseInt(banner.group(1)),
                                                        quarter)));
        var stem = head.file().stem();
        var byMonth =
                BY_MONTH.matcher(stem)
                        .results()
                        .findFirst()
                        .flatMap(name ->
                                FileNames.quarterOf(name.group(2))
                                        .map(quarter -> release(year(name.group(1)), quarter)));
        var byLetter =
                BY_LETTER
                        .matcher(stem)
                        .results()
                        .findFirst()
                        .map(name ->
                                release(year(name.group(1)), name.group(2).charAt(0) - 'a' + 1));
        return FileNames.agreed(byBanner, byMonth.or(() -> byLetter));
    }

    private static int year(String twoDigits) {
        return 2000 + Integer.parseInt(twoDigits);
    }

    private static Dated release(int year, int quarter) {
        return Dated.quarter(year, quarter)
                .named(
                        String.format(
                                Locale.ROOT, "RVU%02d%c", year % 100, (char) ('A' + quarter - 1)));
    }

    @Override
    public void read(Source source) throws IOException {
        var header = header(source.head()).orElseThrow();
        var reader = new Reader(source, header);
        source.eachRow(header, reader::take);
    }

    private static final class Reader {
        private final Source source;
        private final int status;
        private final int work;
        private final int practiceNonFacility;
        private final int practiceFacility;
        private final int malpractice;
        private final int nonFacilityTotal;
        private final int facilityTotal;
        private final int pcTc;
        private final int global;
        private final int multiple;
        private final int bilateral;
        private final int assistant;
        private final int coSurgeons;
        private final int team;
        private final int base;

        Reader(Source source, Columns header) {
            this.source = source;
            status = header.require("statuscode", "*statuscode");
            work = header.require("workrvu", "*workrvu");
            practiceNonFacility = header.require("nonfacpervu", "nonfacilitypervu");
            practiceFacility = header.require("facilitypervu", "facpervu");
            malpractice = header.require("mprvu");
            nonFacilityTotal = header.require("nonfacilitytotal", "nonfactotal");
            facilityTotal = header.require("facilitytotal", "factotal");
            pcTc = header.require("pctcind");
            global = header.require("globdays");
            multiple = header.require("multproc");
            bilateral = header.require("bilatsurg");
            assistant = header.require("asstsurg");
            coSurgeons = header.require("cosurg");
            team = header.require("teamsurg");
            base = header.require("endobase");
        }

        void take(Row row) {
            var modifier = row.cell(1);
            if (!MODIFIERS.contains(modifier)) {
                throw BadRowException.of(modifier, "is no modifier of the fee schedule");
            }
            var code = source.values().procedure(row.cell(0));
            var endoscopicBase = row.cell(base);
            if (!endoscopicBase.isEmpty()) {
                source.values().procedure(endoscopicBase);
            }
            source.keep(
                    new OfficialRow.Fee(
                            code,
                            modifier,
                            new FeeIndicators(
                                    status(row.cell(status)),
                                    globalDays(row.cell(global)),
                                    indicator(row.cell(pcTc)),
                                    indicator(row.cell(multiple)),
                                    indicator(row.cell(bilateral)),
                                    indicator(row.cell(assistant)),
                                    indicator(row.cell(coSurgeons)),
                                    indicator(row.cell(team)),
                                    endoscopicBase,
                                    units(row, work)),
                            units(row, practiceNonFacility),
                            units(row, practiceFacility),
                            units(row, malpractice),
                            units(row, nonFacilityTotal),
                            units(row, facilityTotal)));
        }

        private static int units(Row row, int column) {
            return Values.parts(row.cell(column), HUNDREDTHS);
        }

        private static String status(String value) {
            if (value.length() != 1 || value.charAt(0) < 'A' || value.charAt(0) > 'Z') {
                throw BadRowException.of(value, "is no status");
            }
            return value;
        }

        private static String globalDays(String value) {
            // A workbook strips leading zeros.
            var padded =
                    !value.isEmpty()
                                    && value.length() < 3
                                    && Values.isDigits(value, 0, value.length())
                            ? "0".repeat(3 - value.length()) + value
                            : value;
            if (!GLOBAL_DAYS.contains(padded)) {
                throw BadRowException.of(value, "is no global period");
            }
            return padded;
        }

        private static String indicator(String value) {
            if (value.length() > 1 || !Values.isDigits(value, 0, value.length())) {
                throw BadRowException.of(value, "is no indicator");
            }
            return value;
        }
    }
}
