package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The determinations and articles of one edition of the coverage database: for each procedure the
/// groups it stands in, and for each group the diagnoses that support it.
final class CoverageTable {
    private static final int MOST_EXAMPLES = 8;
    private static final int GROUP_SHIFT = 32;
    private static final int DETERMINATION_SHIFT = 44;

    private final Cells determinations;
    private final Cells procedures;
    private final LongBuffer diagnoses;
    private final ByteBuffer effects;

    private CoverageTable(FlatFile file, String name) {
        determinations = Cells.open(file, name + ".determination", 5);
        procedures = Cells.open(file, name + ".procedure", 2);
        diagnoses = file.longView(name + ".diagnosis");
        effects = file.bytes(name + ".effect");
    }

    static CoverageTable open(FlatFile file, String name) {
        return new CoverageTable(file, name);
    }

    /// A diagnosis of a group of a determination, as one number. Groups are below 4,096.
    static long key(int determination, int group, int diagnosis) {
        if (group < 0 || group >= 1 << (DETERMINATION_SHIFT - GROUP_SHIFT)) {
            throw new IllegalArgumentException("a group of an article is below 4,096");
        }
        return (long) determination << DETERMINATION_SHIFT
                | (long) group << GROUP_SHIFT
                | diagnosis;
    }

    /// What each determination that binds on the date asks of a procedure, one for each of its
    /// determinations that lists diagnoses.
    ///
    /// @param procedure the place of the procedure among the bundle's codes
    /// @param asked the diagnoses of the line
    List<Coverage> find(
            int procedure,
            List<Code> asked,
            LocalDate serviceDate,
            Bundle bundle,
            CodeSetRelease release) {
        var found = new LinkedHashMap<Integer, Coverage>();
        int at = procedures.first(procedure);
        while (at != Cells.NOWHERE && procedures.holds(at, procedure)) {
            int determination = procedures.get(at, 0);
            int group = procedures.get(at, 1);
            int row = determinations.first(determination);
            if (row != Cells.NOWHERE && binds(row, serviceDate)) {
                var now = coverage(row, determination, group, asked, bundle, release);
                if (!now.examples().isEmpty() || !now.opposing().isEmpty()) {
                    found.merge(determination, now, CoverageTable::either);
                }
            }
            at++;
        }
        return List.copyOf(found.values());
    }

    private boolean binds(int row, LocalDate serviceDate) {
        int day = Math.toIntExact(serviceDate.toEpochDay());
        return determinations.get(row, 2) <= day && day <= determinations.get(row, 3);
    }

    private Coverage coverage(
            int row,
            int determination,
            int group,
            List<Code> asked,
            Bundle bundle,
            CodeSetRelease release) {
        var supporting = new ArrayList<Code>();
        var opposing = new ArrayList<Code>();
        for (var code : asked) {
            int place =
                    Keys.find(diagnoses, key(determination, group, Math.max(0, bundle.row(code))));
            if (place != CodeTable.NO_ROW && bundle.row(code) != CodeTable.NO_ROW) {
                (supports(place) ? supporting : opposing).add(code);
            }
        }
        var examples = new ArrayList<Code>();
        long first = key(determination, group, 0);
        for (int i = Keys.lowerBound(diagnoses, first);
                i < diagnoses.limit()
                        && diagnoses.get(i) >>> GROUP_SHIFT == first >>> GROUP_SHIFT
                        && examples.size() < MOST_EXAMPLES;
                i++) {
            if (supports(i)) {
                examples.add(bundle.code((int) diagnoses.get(i)));
            }
        }
        var jurisdictions = bundle.text(determinations.get(row, 4));
        return new Coverage(
                bundle.text(determinations.get(row, 0)),
                bundle.text(determinations.get(row, 1)),
                jurisdictions.isEmpty() ? List.of() : List.of(jurisdictions.split("\t", -1)),
                supporting,
                opposing,
                examples,
                release);
    }

    private boolean supports(int place) {
        return effects.get(place) == OfficialRow.CoveredDiagnosis.Effect.SUPPORTS.ordinal();
    }

    /// A procedure may stand in several groups of one article: a diagnosis of any of them serves.
    private static Coverage either(Coverage one, Coverage other) {
        var supporting = new ArrayList<>(one.supporting());
        supporting.addAll(other.supporting());
        var opposing = new ArrayList<>(one.opposing());
        opposing.addAll(other.opposing());
        var examples = new ArrayList<>(one.examples());
        examples.addAll(other.examples());
        return new Coverage(
                one.determination(),
                one.title(),
                one.jurisdictions(),
                supporting,
                opposing,
                examples.stream().distinct().limit(MOST_EXAMPLES).toList(),
                one.release());
    }
}
