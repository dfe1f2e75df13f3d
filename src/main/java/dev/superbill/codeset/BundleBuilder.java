package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Collects the rows of official files, edition by edition, and writes them as one bundle.
///
/// The same rows in the same order give the same bytes.
public final class BundleBuilder {
    private static final Comparator<SourceEdition> ORDER =
            Comparator.comparing(SourceEdition::kind)
                    .thenComparing(SourceEdition::from)
                    .thenComparing(SourceEdition::to)
                    .thenComparing(SourceEdition::edition);

    private final Map<SourceEdition, Part> parts = new TreeMap<>(ORDER);
    private final Map<Long, Integer> codeNumbers = new HashMap<>();

    /// What is collected of one edition.
    private static final class Part {
        private final Map<String, String> sources = new LinkedHashMap<>();
        private final Map<Object, OfficialRow> rows = new LinkedHashMap<>();
        private final PtpPairs.Builder pairs = new PtpPairs.Builder();
    }

    /// Names a file that an edition was read from. Several files may be parts of one edition.
    ///
    /// @param file the file's name, without its folder
    /// @param sha256 the file's checksum, in hexadecimal
    public void source(SourceEdition edition, String file, String sha256) {
        part(edition).sources.put(file, sha256);
    }

    /// Adds a row to an edition.
    ///
    /// @throws IllegalArgumentException if the row contradicts another of its edition
    public void add(SourceEdition edition, OfficialRow row) {
        var part = part(edition);
        switch (row) {
            case OfficialRow.Ptp ptp ->
                    part.pairs.add(
                            number(ptp.column1()),
                            number(ptp.column2()),
                            ptp.pair(),
                            ptp.rationale());
            case OfficialRow.Icd10 icd10 -> part.rows.put(icd10.code(), icd10);
            case OfficialRow.Icd10Deletion(var code) -> part.rows.remove(code);
            case OfficialRow.Cpt cpt ->
                    part.rows.merge(
                            cpt.code(),
                            cpt,
                            (before, now) -> combined((OfficialRow.Cpt) before, now));
            case OfficialRow.Hcpcs hcpcs -> keep(part, hcpcs.code(), hcpcs);
            case OfficialRow.Mue mue -> keep(part, mue.code(), mue);
            case OfficialRow.Fee fee -> keep(part, List.of(fee.code(), fee.modifier()), fee);
            case OfficialRow.ModifierText text -> keep(part, text.modifier(), text);
            case OfficialRow.Place place -> keep(part, place.number(), place);
            case OfficialRow.Locality locality ->
                    keep(part, List.of(locality.contractor(), locality.number()), locality);
            case OfficialRow.Determination determination ->
                    keep(part, determination.id(), determination);
            case OfficialRow.Excludes1 _,
                    OfficialRow.AddOnPair _,
                    OfficialRow.CoveredProcedure _,
                    OfficialRow.CoveredDiagnosis _,
                    OfficialRow.Policy _ ->
                    part.rows.put(row, row);
        }
    }

    private static void keep(Part part, Object key, OfficialRow row) {
        var before = part.rows.putIfAbsent(key, row);
        if (before != null && !before.equals(row)) {
            throw new IllegalArgumentException(
                    "the edition has another row for " + described(row) + " already");
        }
    }

    private static String described(OfficialRow row) {
        return switch (row) {
            case OfficialRow.Hcpcs hcpcs -> hcpcs.code().value();
            case OfficialRow.Mue mue -> mue.code().value();
            case OfficialRow.Fee fee -> fee.code().value() + " " + fee.modifier();
            case OfficialRow.ModifierText text -> text.modifier().code();
            case OfficialRow.Place place -> place.number();
            case OfficialRow.Locality locality -> locality.number();
            case OfficialRow.Determination determination -> determination.id();
            default -> "it";
        };
    }

    /// The licensed files give one length of descriptor each.
    private static OfficialRow.Cpt combined(OfficialRow.Cpt before, OfficialRow now) {
        var other = (OfficialRow.Cpt) now;
        return new OfficialRow.Cpt(
                before.code(),
                either(before.longText(), other.longText()),
                either(before.mediumText(), other.mediumText()),
                either(before.shortText(), other.shortText()),
                either(before.consumerText(), other.consumerText()));
    }

    private static String either(String before, String now) {
        if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
            throw new IllegalArgumentException("the edition words the code in two ways");
        }
        return before.isEmpty() ? now : before;
    }

    private Part part(SourceEdition edition) {
        return parts.computeIfAbsent(edition, _ -> new Part());
    }

    private int number(Code code) {
        return codeNumbers.computeIfAbsent(Keys.of(code), _ -> codeNumbers.size());
    }

    /// How many rows an edition keeps; rows that only repeat another are not kept twice.
    public int rows(SourceEdition edition) {
        var part = part(edition);
        return part.rows.size() + part.pairs.size();
    }

    /// The editions, in the order in which the bundle keeps them.
    public List<SourceEdition> editions() {
        return List.copyOf(parts.keySet());
    }

    /// The bundle's arrays, in a file of their own.
    public FlatFile.Builder build() {
        var file = new FlatFile.Builder();
        writeTo(file);
        return file;
    }

    /// Writes the bundle's arrays beside others.
    public void writeTo(FlatFile.Builder file) {
        var keys = keys();
        var writer = new Writer(file, keys);
        var numbered = new int[codeNumbers.size()];
        codeNumbers.forEach((key, number) -> numbered[number] = writer.row(key));
        var listed = new StringBuilder();
        int number = 0;
        for (var edition : editions()) {
            var part = part(edition);
            var name = Bundle.prefix(number++);
            writer.write(name, edition.kind(), part, numbered);
            listed.append(EditionText.line(edition, part.sources, rows(edition))).append('\n');
        }
        file.longs(Bundle.KEYS, keys).text(Bundle.EDITIONS, listed.toString());
        writer.texts.writeTo(file, Bundle.TEXTS);
    }

    private long[] keys() {
        Set<Long> keys = new HashSet<>(codeNumbers.keySet());
        for (var part : parts.values()) {
            for (var row : part.rows.values()) {
                for (var code : codes(row)) {
                    keys.add(Keys.of(code));
                }
            }
        }
        return keys.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static List<Code> codes(OfficialRow row) {
        return switch (row) {
            case OfficialRow.Cpt cpt -> List.of(cpt.code());
            case OfficialRow.Hcpcs hcpcs -> List.of(hcpcs.code());
            case OfficialRow.Icd10 icd10 -> List.of(icd10.code());
            case OfficialRow.Fee fee -> List.of(fee.code());
            case OfficialRow.Mue mue -> List.of(mue.code());
            case OfficialRow.CoveredProcedure procedure -> List.of(procedure.code());
            case OfficialRow.CoveredDiagnosis diagnosis -> List.of(diagnosis.code());
            case OfficialRow.AddOnPair pair -> {
                var all = new ArrayList<>(pair.primaries());
                all.add(pair.addOn());
                yield all;
            }
            case OfficialRow.Icd10Deletion _,
                    OfficialRow.ModifierText _,
                    OfficialRow.Excludes1 _,
                    OfficialRow.Locality _,
                    OfficialRow.Ptp _,
                    OfficialRow.Place _,
                    OfficialRow.Determination _,
                    OfficialRow.Policy _ ->
                    List.of();
        };
    }

    /// Writes editions into a file whose codes have their places already.
    private static final class Writer {
        private final FlatFile.Builder file;
        private final Map<Long, Integer> places = new HashMap<>();
        private final Texts.Builder texts = new Texts.Builder();

        Writer(FlatFile.Builder file, long[] keys) {
            this.file = file;
            for (int i = 0; i < keys.length; i++) {
                places.put(keys[i], i);
            }
        }

        int row(long key) {
            return places.getOrDefault(key, CodeTable.NO_ROW);
        }

        private int row(Code code) {
            return row(Keys.of(code));
        }

        private static int day(LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }

        void write(String name, SourceKind kind, Part part, int[] numbered) {
            switch (kind) {
                case PTP_PRACTITIONER, PTP_HOSPITAL ->
                        part.pairs.writeTo(file, name, numbered, texts);
                case ICD_10_CM_EXCLUDES -> excludes(name, part);
                case COVERAGE -> coverage(name, part);
                case GPCI, PLACE_OF_SERVICE, PAYER_POLICY -> file.text(name, lines(part));
                case CPT, HCPCS -> {
                    cells(name, part);
                    index(name, part);
                    file.text(name + ".modifiers", lines(part));
                }
                case ICD_10_CM -> {
                    cells(name, part);
                    index(name, part);
                }
                case FEE_SCHEDULE, MUE_PRACTITIONER, MUE_OUTPATIENT, MUE_DME, ADD_ON ->
                        cells(name, part);
            }
        }

        private void cells(String name, Part part) {
            var cells = new Cells.Builder();
            for (var row : part.rows.values()) {
                switch (row) {
                    case OfficialRow.Cpt cpt ->
                            cells.add(
                                    row(cpt.code()),
                                    texts.number(cpt.longText()),
                                    texts.number(cpt.mediumText()),
                                    texts.number(cpt.shortText()),
                                    texts.number(cpt.consumerText()));
                    case OfficialRow.Hcpcs hcpcs ->
                            cells.add(
                                    row(hcpcs.code()),
                                    texts.number(hcpcs.longText()),
                                    texts.number(hcpcs.shortText()),
                                    day(hcpcs.added()),
                                    day(hcpcs.terminated()),
                                    texts.number(hcpcs.coverage()));
                    case OfficialRow.Icd10 icd10 ->
                            cells.add(
                                    row(icd10.code()),
                                    icd10.billing().ordinal(),
                                    texts.number(icd10.shortText()),
                                    texts.number(icd10.longText()));
                    case OfficialRow.Mue mue ->
                            cells.add(
                                    row(mue.code()),
                                    mue.limit().units(),
                                    mue.limit().adjudication(),
                                    texts.number(mue.rationale()));
                    case OfficialRow.Fee fee -> cells.add(fee(fee));
                    case OfficialRow.AddOnPair pair -> addOn(cells, pair);
                    default -> {}
                }
            }
            cells.writeTo(file, name);
        }

        private void index(String name, Part part) {
            var index = new SearchIndex.Builder();
            for (var row : part.rows.values()) {
                switch (row) {
                    case OfficialRow.Cpt cpt ->
                            index(
                                    index,
                                    cpt.code(),
                                    Billing.BILLABLE,
                                    cpt.longText(),
                                    cpt.mediumText(),
                                    cpt.consumerText(),
                                    cpt.shortText());
                    case OfficialRow.Hcpcs hcpcs ->
                            index(
                                    index,
                                    hcpcs.code(),
                                    Billing.BILLABLE,
                                    hcpcs.longText(),
                                    hcpcs.shortText());
                    case OfficialRow.Icd10 icd10 ->
                            index(
                                    index,
                                    icd10.code(),
                                    icd10.billing(),
                                    icd10.longText(),
                                    icd10.shortText());
                    default -> {}
                }
            }
            index.writeTo(file, Bundle.indexOf(name));
        }

        /// The first text that there is describes the code; what the others say besides means it.
        private void index(
                SearchIndex.Builder index, Code code, Billing billing, String... fromBest) {
            var told = Arrays.stream(fromBest).filter(text -> !text.isEmpty()).toList();
            var description = told.isEmpty() ? "" : told.getFirst();
            index.add(row(code), description, billing);
            var known = new HashSet<>(SearchWords.stems(description));
            told.stream()
                    .skip(1)
                    .flatMap(text -> SearchWords.words(text).stream())
                    .filter(word -> !known.contains(SearchWords.stem(word)))
                    .forEach(word -> index.phrase(row(code), word));
        }

        private int[] fee(OfficialRow.Fee fee) {
            var told = fee.indicators();
            return new int[] {
                row(fee.code()),
                texts.number(fee.modifier()),
                texts.number(told.status()),
                texts.number(told.globalDays()),
                texts.number(told.pcTc()),
                texts.number(told.multipleProcedure()),
                texts.number(told.bilateral()),
                texts.number(told.assistant()),
                texts.number(told.coSurgeons()),
                texts.number(told.team()),
                texts.number(told.endoscopicBase()),
                told.workRvu(),
                fee.nonFacilityTotal(),
                fee.facilityTotal()
            };
        }

        private void addOn(Cells.Builder cells, OfficialRow.AddOnPair pair) {
            int from = day(pair.from());
            int to = day(pair.to());
            if (pair.primaries().isEmpty()) {
                cells.add(row(pair.addOn()), CodeTable.NO_ROW, pair.type(), from, to);
            }
            for (var primary : pair.primaries()) {
                cells.add(row(pair.addOn()), row(primary), pair.type(), from, to);
            }
        }

        private void excludes(String name, Part part) {
            var notes = new ExcludesNotes.Builder();
            for (var row : part.rows.values()) {
                if (row instanceof OfficialRow.Excludes1 note) {
                    notes.add(note);
                }
            }
            notes.writeTo(file, name);
        }

        private void coverage(String name, Part part) {
            var ids = new TreeSet<String>();
            for (var row : part.rows.values()) {
                switch (row) {
                    case OfficialRow.Determination determination -> ids.add(determination.id());
                    case OfficialRow.CoveredProcedure procedure ->
                            ids.add(procedure.determination());
                    case OfficialRow.CoveredDiagnosis diagnosis ->
                            ids.add(diagnosis.determination());
                    default -> {}
                }
            }
            var numbers = new HashMap<String, Integer>();
            ids.forEach(id -> numbers.put(id, numbers.size()));
            var determinations = new Cells.Builder();
            var procedures = new Cells.Builder();
            var diagnoses = new ArrayList<long[]>();
            for (var row : part.rows.values()) {
                switch (row) {
                    case OfficialRow.Determination told ->
                            determinations.add(
                                    number(numbers, told.id()),
                                    texts.number(told.id()),
                                    texts.number(told.title()),
                                    day(told.from()),
                                    day(told.to()),
                                    texts.number(String.join("\t", told.jurisdictions())));
                    case OfficialRow.CoveredProcedure told ->
                            procedures.add(
                                    row(told.code()),
                                    number(numbers, told.determination()),
                                    told.group());
                    case OfficialRow.CoveredDiagnosis told ->
                            diagnoses.add(
                                    new long[] {
                                        CoverageTable.key(
                                                number(numbers, told.determination()),
                                                told.group(),
                                                row(told.code())),
                                        told.effect().ordinal()
                                    });
                    default -> {}
                }
            }
            determinations.writeTo(file, name + ".determination");
            procedures.writeTo(file, name + ".procedure");
            diagnoses.sort(Comparator.comparingLong(row -> row[0]));
            file.longs(name + ".diagnosis", diagnoses.stream().mapToLong(row -> row[0]).toArray());
            var effects = new byte[diagnoses.size()];
            for (int i = 0; i < effects.length; i++) {
                effects[i] = (byte) diagnoses.get(i)[1];
            }
            file.bytes(name + ".effect", effects);
        }

        private static int number(Map<String, Integer> numbers, String id) {
            return numbers.getOrDefault(id, CodeTable.NO_ROW);
        }

        private static String lines(Part part) {
            return part.rows.values().stream()
                    .map(SmallRows::line)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }
}
