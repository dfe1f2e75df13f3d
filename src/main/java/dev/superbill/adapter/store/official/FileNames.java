package dev.superbill.adapter.store.official;

import dev.superbill.codeset.SourceKind;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the names that publishers give their files tell.
final class FileNames {
    private static final Set<String> ENDINGS =
            Set.of("txt", "csv", "tsv", "xlsx", "xml", "yaml", "yml");
    private static final Map<Pattern, SourceKind> KINDS = kinds();
    private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)[-_ ]?q([1-4])");
    private static final Pattern NCCI_VERSION = Pattern.compile("cci(?:pra|oph)-v(\\d\\d)([0-4])");
    private static final Pattern EFFECTIVE = Pattern.compile("eff[-_](\\d\\d)-(\\d\\d)-(20\\d\\d)");
    private static final Pattern HCPCS = Pattern.compile("hcpc(20\\d\\d)_(?:(jan|apr|jul|oct)_)?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    /// NCCI's version 32 is that of 2026, and each year has one.
    private static final int NCCI_YEARS = 2026 - 32;

    private static final List<String> QUARTERS = List.of("jan", "apr", "jul", "oct");

    private FileNames() {}

    private static Map<Pattern, SourceKind> kinds() {
        var kinds = new LinkedHashMap<Pattern, SourceKind>();
        kinds.put(
                Pattern.compile("ccipra|ptp[-_]practitioner|practitioner[-_]ptp"),
                SourceKind.PTP_PRACTITIONER);
        kinds.put(
                Pattern.compile("ccioph|ptp[-_]hospital|hospital[-_](services[-_])?ptp"),
                SourceKind.PTP_HOSPITAL);
        kinds.put(Pattern.compile("mue[-_]prac"), SourceKind.MUE_PRACTITIONER);
        kinds.put(Pattern.compile("mue[-_]outpatient"), SourceKind.MUE_OUTPATIENT);
        kinds.put(Pattern.compile("mue[-_]dme"), SourceKind.MUE_DME);
        kinds.put(Pattern.compile("^aoc[-_]v|[-_]aoc$"), SourceKind.ADD_ON);
        kinds.put(
                Pattern.compile("^hcpc20\\d\\d.*anweb(?!.*(transaction|correction|report))"),
                SourceKind.HCPCS);
        kinds.put(Pattern.compile("^pprrvu"), SourceKind.FEE_SCHEDULE);
        kinds.put(Pattern.compile("^gpci20"), SourceKind.GPCI);
        kinds.put(Pattern.compile("^icd-?10-?cm[-_]order"), SourceKind.ICD_10_CM);
        kinds.put(Pattern.compile("^icd-?10-?cm[-_]tabular"), SourceKind.ICD_10_CM_EXCLUDES);
        return kinds;
    }

    /// What the name says that a file is of.
    static Optional<SourceKind> kind(SourceFile file) {
        if (!ENDINGS.contains(file.ending())) {
            return Optional.empty();
        }
        var stem = file.stem();
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(stem).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The quarter of an NCCI file: of its version, or spelt out in its name or in that of its
    /// archive. Version 32.0 is that of the first quarter of 2026; where a file is called 32.4, as
    /// some are, it is that of the last.
    ///
    /// @throws RefusedFileException if both are there and differ
    static Optional<Dated> ncciQuarter(SourceFile file) {
        var byVersion =
                first(NCCI_VERSION, file.stem())
                        .map(version ->
                                Dated.quarter(
                                        Integer.parseInt(version.group(1)) + NCCI_YEARS,
                                        Math.min(Integer.parseInt(version.group(2)) + 1, 4)));
        var spelt = first(QUARTER, file.stem()).or(() -> first(QUARTER, lower(file.label())));
        var byWords = spelt.map(FileNames::quarter);
        return agreed(byVersion, byWords);
    }

    private static Dated quarter(MatchResult quarter) {
        return Dated.quarter(
                Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
    }

    /// The quarter that begins on the effective date of the name, as in `_Eff_07-01-2026`, or that
    /// is spelt out.
    static Optional<Dated> effectiveQuarter(SourceFile file) {
        var byDate =
                first(EFFECTIVE, file.stem())
                        .map(date ->
                                Dated.quarterOf(
                                        LocalDate.of(
                                                Integer.parseInt(date.group(3)),
                                                Math.clamp(Integer.parseInt(date.group(1)), 1, 12),
                                                1)));
        return agreed(byDate, first(QUARTER, file.stem()).map(FileNames::quarter));
    }

    /// The quarter of a HCPCS file, or its year where it is of a year.
    static Optional<Dated> hcpcs(SourceFile file) {
        return first(HCPCS, file.stem())
                .map(name -> {
                    int year = Integer.parseInt(name.group(1));
                    return name.group(2) == null
                            ? Dated.year(year)
                            : Dated.quarter(year, QUARTERS.indexOf(name.group(2)) + 1);
                });
    }

    /// The fiscal year of an ICD-10-CM file, or what an April update leaves of it.
    static Optional<Dated> fiscalYear(SourceFile file) {
        var stem = file.stem();
        return first(YEAR, stem)
                .map(name -> Integer.parseInt(name.group(1)))
                .map(year ->
                        stem.contains("april") || lower(file.label()).contains("april")
                                ? Dated.april(year)
                                : Dated.fiscalYear(year));
    }

    /// The year in the name, or in that of the nearest folder or archive that has one.
    static Optional<Integer> year(SourceFile file) {
        var path = file.container() + "/" + file.label();
        var years = YEAR.matcher(path).results().toList();
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.parseInt(years.getLast().group(1)));
    }

    /// The quarter that a month begins, from its English name.
    static Optional<Integer> quarterOf(String month) {
        var begin = month.length() < 3 ? "" : lower(month).substring(0, 3);
        int quarter = QUARTERS.indexOf(begin) + 1;
        return quarter == 0 ? Optional.empty() : Optional.of(quarter);
    }

    /// The first month of a quarter.
    static Month firstMonth(int quarter) {
        return Month.of((quarter - 1) * 3 + 1);
    }

    /// What two ways of telling an edition agree on.
    ///
    /// @throws RefusedFileException if they do not
    static Optional<Dated> agreed(Optional<Dated> one, Optional<Dated> other) {
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            throw new RefusedFileException(
                    "it is of "
                            + one.get().edition()
                            + " by one sign and of "
                            + other.get().edition()
                            + " by another: it is mislabelled");
        }
        return one.or(() -> other);
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
