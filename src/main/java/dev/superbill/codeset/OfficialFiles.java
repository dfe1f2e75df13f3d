package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What official files say, from every bundle that is open. The service date picks the edition: of
/// several that cover it, the one that began last. What ships with the program serves only where
/// the operator loaded nothing.
public final class OfficialFiles {
    private final Bundle own;
    private final List<Bundle> loaded;
    private final Map<SourceKind, List<Held>> held = new EnumMap<>(SourceKind.class);
    private final List<CodeSetRelease> releases;

    /// An edition of some bundle, with its rows opened.
    private record Held(Bundle bundle, Bundle.Edition edition, Table table) {
        CodeSetRelease release() {
            return edition.release();
        }

        String text(int number) {
            return bundle.text(number);
        }
    }

    /// The rows of an edition, by the shape that they have.
    private sealed interface Table {
        record Rows(Cells cells) implements Table {}

        record Pairs(PtpPairs pairs) implements Table {}

        record Covered(CoverageTable coverage) implements Table {}

        record Policies(List<PayerPolicy> policies) implements Table {}

        record Places(List<OfficialRow.Place> places) implements Table {}

        record Notes(ExcludesNotes notes) implements Table {}

        /// Rows that nothing asks for.
        record Kept() implements Table {}
    }

    private OfficialFiles(Bundle own, List<Bundle> loaded) {
        this.own = own;
        this.loaded = List.copyOf(loaded);
        for (var kind : SourceKind.values()) {
            var editions = new ArrayList<>(editions(kind, loaded.reversed()));
            editions.addAll(editions(kind, List.of(own)));
            held.put(kind, List.copyOf(editions));
        }
        this.releases = held.values().stream().flatMap(List::stream).map(Held::release).toList();
    }

    private static List<Held> editions(SourceKind kind, List<Bundle> bundles) {
        var editions = new ArrayList<Held>();
        for (var bundle : bundles) {
            for (var edition : bundle.editions(kind)) {
                editions.add(new Held(bundle, edition, table(kind, bundle, edition)));
            }
        }
        editions.sort(Comparator.comparingLong((Held one) -> one.edition.firstDay()).reversed());
        return editions;
    }

    private static Table table(SourceKind kind, Bundle bundle, Bundle.Edition edition) {
        var file = bundle.file();
        var name = edition.name();
        return switch (kind) {
            case CPT -> new Table.Rows(Cells.open(file, name, 4));
            case HCPCS -> new Table.Rows(Cells.open(file, name, 5));
            case ICD_10_CM, MUE_PRACTITIONER, MUE_OUTPATIENT, MUE_DME ->
                    new Table.Rows(Cells.open(file, name, 3));
            case FEE_SCHEDULE -> new Table.Rows(Cells.open(file, name, 13));
            case ADD_ON -> new Table.Rows(Cells.open(file, name, 4));
            case PTP_PRACTITIONER, PTP_HOSPITAL -> new Table.Pairs(PtpPairs.open(file, name));
            case COVERAGE -> new Table.Covered(CoverageTable.open(file, name));
            case PAYER_POLICY -> new Table.Policies(SmallRows.policies(file.text(name)));
            case PLACE_OF_SERVICE -> new Table.Places(SmallRows.places(file.text(name)));
            case ICD_10_CM_EXCLUDES -> new Table.Notes(ExcludesNotes.open(file, name));
            case GPCI -> new Table.Kept();
        };
    }

    /// What ships with the program alone.
    public static OfficialFiles of(Bundle own) {
        return new OfficialFiles(own, List.of());
    }

    /// With what the operator loaded; of two editions that begin on one day, that of the later
    /// bundle serves.
    public OfficialFiles with(List<Bundle> bundles) {
        return new OfficialFiles(own, bundles);
    }

    /// What the operator loaded.
    public List<Bundle> loaded() {
        return loaded;
    }

    /// Every edition, kind by kind, latest first.
    public List<CodeSetRelease> releases() {
        return releases;
    }

    /// The edition of a kind that covers a date.
    public Optional<CodeSetRelease> release(SourceKind kind, LocalDate serviceDate) {
        return on(kind, serviceDate).map(Held::release);
    }

    /// Whether the edition of a kind that covers a date is the operator's own.
    boolean operatorLoaded(SourceKind kind, LocalDate serviceDate) {
        return on(kind, serviceDate).filter(one -> one.bundle() != own).isPresent();
    }

    private Optional<Held> on(SourceKind kind, LocalDate serviceDate) {
        return on(kind, serviceDate.toEpochDay());
    }

    private Optional<Held> on(SourceKind kind, long day) {
        for (var one : held.getOrDefault(kind, List.of())) {
            if (one.edition.firstDay() <= day && day <= one.edition.lastDay()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// The edit that applies to two codes reported together, column 1 first.
    ///
    /// @param kind practitioner or hospital edits
    public Optional<PtpMatch> ptp(
            SourceKind kind, Code column1, Code column2, LocalDate serviceDate) {
        return on(kind, serviceDate)
                .flatMap(one ->
                        match(
                                one,
                                one.bundle.row(column1),
                                one.bundle.row(column2),
                                Math.toIntExact(serviceDate.toEpochDay())));
    }

    /// Every edit that joins two of the codes, ordered by their places.
    ///
    /// @param kind practitioner or hospital edits
    public List<PtpConflict> ptpAmong(SourceKind kind, List<Code> codes, LocalDate serviceDate) {
        var edition = on(kind, serviceDate);
        if (edition.isEmpty()) {
            return List.of();
        }
        var one = edition.get();
        int day = Math.toIntExact(serviceDate.toEpochDay());
        var rows = new int[codes.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = one.bundle.row(codes.get(i));
        }
        var found = new ArrayList<PtpConflict>();
        for (int first = 0; first < rows.length; first++) {
            for (int second = 0; second < rows.length; second++) {
                if (first != second && rows[first] != rows[second]) {
                    int column1 = first;
                    int column2 = second;
                    match(one, rows[first], rows[second], day)
                            .ifPresent(
                                    match -> found.add(new PtpConflict(column1, column2, match)));
                }
            }
        }
        return found;
    }

    private static Optional<PtpMatch> match(Held one, int column1, int column2, int day) {
        if (!(one.table instanceof Table.Pairs(var pairs))) {
            return Optional.empty();
        }
        int kind = pairs.find(column1, column2, day);
        return kind == Cells.NOWHERE
                ? Optional.empty()
                : Optional.of(
                        new PtpMatch(
                                pairs.pair(kind), one.text(pairs.rationale(kind)), one.release()));
    }

    /// The medically unlikely edit of a code.
    ///
    /// @param kind whose edits: practitioner, outpatient or DME
    public Optional<MueMatch> mue(SourceKind kind, Code code, LocalDate serviceDate) {
        return row(kind, code, serviceDate)
                .map(row ->
                        new MueMatch(
                                new MueLimit(row.number(0), row.number(1)),
                                row.text(2),
                                row.held.release()));
    }

    /// The row of a code without a modifier in the relative value file.
    public Optional<FeeSchedule> fees(Code code, LocalDate serviceDate) {
        return row(SourceKind.FEE_SCHEDULE, code, serviceDate)
                .map(row ->
                        new FeeSchedule(
                                new FeeIndicators(
                                        row.text(1),
                                        row.text(2),
                                        row.text(3),
                                        row.text(4),
                                        row.text(5),
                                        row.text(6),
                                        row.text(7),
                                        row.text(8),
                                        row.text(9),
                                        row.number(10)),
                                row.number(11),
                                row.number(12),
                                row.held.release()));
    }

    /// The row of a diagnosis in the order file.
    public Optional<OfficialRow.Icd10> diagnosis(Code.Icd10 code, LocalDate serviceDate) {
        return row(SourceKind.ICD_10_CM, code, serviceDate)
                .map(row ->
                        new OfficialRow.Icd10(
                                code, Billing.values()[row.number(0)], row.text(1), row.text(2)));
    }

    /// The row of a HCPCS Level II code, whether or not it is active.
    public Optional<OfficialRow.Hcpcs> hcpcs(Code.Hcpcs code, LocalDate serviceDate) {
        return row(SourceKind.HCPCS, code, serviceDate)
                .map(row ->
                        new OfficialRow.Hcpcs(
                                code,
                                row.text(0),
                                row.text(1),
                                LocalDate.ofEpochDay(row.number(2)),
                                LocalDate.ofEpochDay(row.number(3)),
                                row.text(4)));
    }

    /// The licensed descriptors of a CPT code.
    public Optional<OfficialRow.Cpt> cpt(Code.Cpt code, LocalDate serviceDate) {
        return row(SourceKind.CPT, code, serviceDate)
                .map(row ->
                        new OfficialRow.Cpt(
                                code, row.text(0), row.text(1), row.text(2), row.text(3)));
    }

    /// What finds the codes of a system by words, where an edition that covers the date has it.
    Optional<SearchIndex> index(CodeSystem system, LocalDate serviceDate) {
        return on(kind(system), serviceDate).flatMap(one -> one.bundle.index(one.edition));
    }

    /// Whether some edition of the code's system that covers the date lists it.
    public boolean lists(Code code, LocalDate serviceDate) {
        return row(kind(code.system()), code, serviceDate).isPresent();
    }

    /// The kind of file that lists the codes of a system.
    static SourceKind kind(CodeSystem system) {
        return switch (system) {
            case CPT -> SourceKind.CPT;
            case HCPCS -> SourceKind.HCPCS;
            case ICD_10_CM -> SourceKind.ICD_10_CM;
        };
    }

    /// Whether a code may be reported on a date that an edition of its system covers.
    CodeSets.Standing standing(Code code, LocalDate serviceDate) {
        var kind = kind(code.system());
        var row = row(kind, code, serviceDate);
        if (row.isEmpty()) {
            return listing(code).isEmpty() ? CodeSets.Standing.UNKNOWN : CodeSets.Standing.INACTIVE;
        }
        long day = serviceDate.toEpochDay();
        return switch (kind) {
            case ICD_10_CM ->
                    row.get().number(0) == Billing.BILLABLE.ordinal()
                            ? CodeSets.Standing.ACTIVE
                            : CodeSets.Standing.HEADER;
            case HCPCS ->
                    row.get().number(2) <= day && day <= row.get().number(3)
                            ? CodeSets.Standing.ACTIVE
                            : CodeSets.Standing.INACTIVE;
            default -> CodeSets.Standing.ACTIVE;
        };
    }

    /// The service dates of the editions, earliest first, that list a code of whatever billing.
    List<CodeSetRelease> listing(Code code) {
        return held.getOrDefault(kind(code.system()), List.of()).reversed().stream()
                .filter(one ->
                        one.table instanceof Table.Rows(var cells)
                                && cells.first(one.bundle.row(code)) != Cells.NOWHERE)
                .map(Held::release)
                .toList();
    }

    /// The diagnoses below a header that may be reported, in the order of their codes.
    ///
    /// @param most how many are wanted
    public List<Code> billableBelow(Code.Icd10 header, LocalDate serviceDate, int most) {
        var edition = on(SourceKind.ICD_10_CM, serviceDate);
        if (edition.isEmpty() || !(edition.get().table instanceof Table.Rows(var cells))) {
            return List.of();
        }
        var bundle = edition.get().bundle;
        long key = Keys.of(header);
        long last = Keys.lastBelow(key);
        var found = new ArrayList<Code>();
        for (int row = bundle.lowerBound(key);
                row < bundle.size() && bundle.key(row) <= last && found.size() < most;
                row++) {
            int at = cells.first(row);
            if (at != Cells.NOWHERE && cells.get(at, 0) == Billing.BILLABLE.ordinal()) {
                found.add(bundle.code(row));
            }
        }
        return found;
    }

    /// Whether a code is an add-on and to what; empty where no edition tells.
    public Optional<AddOn> addOn(Code code, LocalDate serviceDate) {
        var edition = on(SourceKind.ADD_ON, serviceDate);
        if (edition.isEmpty() || !(edition.get().table instanceof Table.Rows(var cells))) {
            return Optional.empty();
        }
        var bundle = edition.get().bundle;
        int day = Math.toIntExact(serviceDate.toEpochDay());
        int row = bundle.row(code);
        int at = row == CodeTable.NO_ROW ? Cells.NOWHERE : cells.first(row);
        if (at == Cells.NOWHERE) {
            return Optional.of(new AddOn.No());
        }
        var primaries = new LinkedHashSet<Code>();
        int type = 0;
        for (; cells.holds(at, row); at++) {
            if (cells.get(at, 2) <= day && day <= cells.get(at, 3)) {
                type = cells.get(at, 1);
                if (cells.get(at, 0) != CodeTable.NO_ROW) {
                    primaries.add(bundle.code(cells.get(at, 0)));
                }
            }
        }
        return Optional.of(
                switch (type) {
                    case 0 -> new AddOn.No();
                    case 1 -> new AddOn.To(List.copyOf(primaries));
                    default ->
                            primaries.isEmpty()
                                    ? new AddOn.ToAny()
                                    : new AddOn.ToThese(List.copyOf(primaries));
                });
    }

    /// What loaded determinations and articles ask of the diagnoses of a procedure.
    ///
    /// @param diagnoses the diagnoses that its line points to
    public List<Coverage> coverage(Code procedure, List<Code> diagnoses, LocalDate serviceDate) {
        var found = new ArrayList<Coverage>();
        for (var one : held.getOrDefault(SourceKind.COVERAGE, List.of())) {
            int row = one.bundle.row(procedure);
            if (row != CodeTable.NO_ROW
                    && one.release().covers(serviceDate)
                    && one.table instanceof Table.Covered(var coverage)) {
                found.addAll(coverage.find(row, diagnoses, serviceDate, one.bundle, one.release()));
            }
        }
        return found;
    }

    /// The policies that speak of a code, of every edition that covers the date; those that ship
    /// with the program serve beside what the operator loaded, since policies speak of single
    /// codes.
    List<PolicyMatch> policies(Code code, LocalDate serviceDate) {
        var speaking = new ArrayList<PolicyMatch>();
        for (var one : held.getOrDefault(SourceKind.PAYER_POLICY, List.of())) {
            if (one.release().covers(serviceDate)
                    && one.table instanceof Table.Policies(var policies)) {
                for (var policy : policies) {
                    if (policy.speaksOf(code, serviceDate)) {
                        speaking.add(new PolicyMatch(policy, one.release(), origin(one)));
                    }
                }
            }
        }
        return speaking;
    }

    private PolicyMatch.Origin origin(Held one) {
        return one.bundle == own ? PolicyMatch.Origin.SHIPPED : PolicyMatch.Origin.LOADED;
    }

    /// Whether what serves for a kind on a date is what ships with the program.
    public boolean isShipped(SourceKind kind, LocalDate serviceDate) {
        return on(kind, serviceDate)
                .filter(one -> origin(one) == PolicyMatch.Origin.SHIPPED)
                .isPresent();
    }

    /// Whether any edition of a kind is there, whatever dates it covers.
    public boolean has(SourceKind kind) {
        return !held.getOrDefault(kind, List.of()).isEmpty();
    }

    /// Whether an edition of a kind begins after a date.
    boolean beginsAfter(SourceKind kind, LocalDate date) {
        for (var one : held.getOrDefault(kind, List.of())) {
            if (one.release().effectiveFrom().isAfter(date)) {
                return true;
            }
        }
        return false;
    }

    /// The place of service of a number.
    public Optional<OfficialRow.Place> place(String number, LocalDate serviceDate) {
        return on(SourceKind.PLACE_OF_SERVICE, serviceDate).stream()
                .flatMap(one ->
                        one.table instanceof Table.Places(var places)
                                ? places.stream()
                                : Stream.empty())
                .filter(place -> place.number().equals(number))
                .findFirst();
    }

    /// The edition whose tabular list says of a code, or of what it lies below, that the other one
    /// is never reported with it.
    public Optional<CodeSetRelease> excludes(
            Code.Icd10 code, Code.Icd10 other, LocalDate serviceDate) {
        return on(SourceKind.ICD_10_CM_EXCLUDES, serviceDate)
                .filter(one ->
                        one.table instanceof Table.Notes(var notes) && notes.exclude(code, other))
                .map(Held::release);
    }

    /// A row of a table of rows.
    private record Row(Held held, Cells cells, int at) {
        int number(int column) {
            return cells.get(at, column);
        }

        String text(int column) {
            return held.text(number(column));
        }
    }

    private Optional<Row> row(SourceKind kind, Code code, LocalDate serviceDate) {
        var edition = on(kind, serviceDate);
        if (edition.isEmpty() || !(edition.get().table instanceof Table.Rows(var cells))) {
            return Optional.empty();
        }
        int row = edition.get().bundle.row(code);
        int at = row == CodeTable.NO_ROW ? Cells.NOWHERE : cells.first(row);
        return at == Cells.NOWHERE
                ? Optional.empty()
                : Optional.of(new Row(edition.get(), cells, at));
    }
}
