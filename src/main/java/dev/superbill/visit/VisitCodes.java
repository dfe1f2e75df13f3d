package dev.superbill.visit;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import dev.superbill.note.Patient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The codes of each family by level and by time.
///
/// Times are minutes that "must be met or exceeded" (CPT, effective 2024-01-01; consults
/// 2023-01-01). Emergency visits have no time path.
final class VisitCodes {
    private static final int DISCHARGE_MINUTES = 30;

    private record Ladder(List<String> codes, List<Integer> minutes) {}

    private static final Map<VisitFamily, Ladder> LADDERS = new EnumMap<>(VisitFamily.class);

    static {
        ladder(
                VisitFamily.OFFICE_NEW,
                List.of("99202", "99203", "99204", "99205"),
                List.of(15, 30, 45, 60));
        ladder(
                VisitFamily.OFFICE_ESTABLISHED,
                List.of("99212", "99213", "99214", "99215"),
                List.of(10, 20, 30, 40));
        ladder(
                VisitFamily.CONSULT_OUTPATIENT,
                List.of("99242", "99243", "99244", "99245"),
                List.of(20, 30, 40, 55));
        ladder(
                VisitFamily.CONSULT_INPATIENT,
                List.of("99252", "99253", "99254", "99255"),
                List.of(35, 45, 60, 80));
        ladder(
                VisitFamily.HOSPITAL_INITIAL,
                List.of("99221", "99221", "99222", "99223"),
                List.of(40, 40, 55, 75));
        ladder(
                VisitFamily.HOSPITAL_SUBSEQUENT,
                List.of("99231", "99231", "99232", "99233"),
                List.of(25, 25, 35, 50));
        ladder(
                VisitFamily.NURSING_FACILITY,
                List.of("99307", "99308", "99309", "99310"),
                List.of(10, 20, 30, 45));
        ladder(VisitFamily.EMERGENCY, List.of("99282", "99283", "99284", "99285"), List.of());
    }

    private VisitCodes() {}

    private static void ladder(VisitFamily family, List<String> codes, List<Integer> minutes) {
        LADDERS.put(family, new Ladder(codes, minutes));
    }

    /// Whether a family's level follows medical decision making.
    static boolean levelledByMdm(VisitFamily family) {
        return LADDERS.containsKey(family);
    }

    /// The code that the level supports, or a higher one that the time supports.
    static Fact<Code> code(
            VisitFamily family,
            MdmLevel level,
            Fact<StatedTime> time,
            boolean longDischarge,
            Patient patient) {
        int minutes = time.told().map(StatedTime::minutes).orElse(0);
        return switch (family) {
            case NONE -> Fact.unknown();
            case DISCHARGE -> cpt(longDischarge || minutes > DISCHARGE_MINUTES ? "99239" : "99238");
            case CRITICAL_CARE -> cpt("99291");
            case PREVENTIVE ->
                    preventive(patient).<Fact<Code>>map(VisitCodes::cpt).orElseGet(Fact::unknown);
            case OFFICE_NEW,
                    OFFICE_ESTABLISHED,
                    CONSULT_OUTPATIENT,
                    CONSULT_INPATIENT,
                    HOSPITAL_INITIAL,
                    HOSPITAL_SUBSEQUENT,
                    EMERGENCY,
                    NURSING_FACILITY ->
                    byLadder(family, level, minutes);
        };
    }

    /// The family of a code.
    static Optional<VisitFamily> familyOf(Code code) {
        if (code.value().startsWith("9938") || code.value().startsWith("9939")) {
            return Optional.of(VisitFamily.PREVENTIVE);
        }
        return switch (code.value()) {
            case "99238", "99239" -> Optional.of(VisitFamily.DISCHARGE);
            case "99291" -> Optional.of(VisitFamily.CRITICAL_CARE);
            default ->
                    LADDERS.entrySet().stream()
                            .filter(ladder -> ladder.getValue().codes.contains(code.value()))
                            .map(Map.Entry::getKey)
                            .findFirst();
        };
    }

    /// The codes of a family's levels, in the order of the levels.
    static List<Code> codes(VisitFamily family, List<MdmLevel> levels) {
        var ladder = LADDERS.get(family);
        if (ladder == null) {
            return List.of();
        }
        return levels.stream()
                .map(level -> ladder.codes.get(level.ordinal()))
                .distinct()
                .<Code>map(Code.Cpt::new)
                .toList();
    }

    private static Fact<Code> byLadder(VisitFamily family, MdmLevel level, int minutes) {
        var ladder = LADDERS.get(family);
        if (ladder == null) {
            return Fact.unknown();
        }
        int rung = level.ordinal();
        for (int i = rung + 1; i < ladder.minutes.size(); i++) {
            rung = minutes >= ladder.minutes.get(i) ? i : rung;
        }
        return cpt(ladder.codes.get(rung));
    }

    /// Preventive codes go by age, and by whether the patient is new.
    private static Optional<String> preventive(Patient patient) {
        return patient.ageYears()
                .told()
                .map(age -> {
                    int band =
                            age < 1
                                    ? 1
                                    : age < 5
                                            ? 2
                                            : age < 12
                                                    ? 3
                                                    : age < 18
                                                            ? 4
                                                            : age < 40 ? 5 : age < 65 ? 6 : 7;
                    boolean established = patient.established().told().orElse(true);
                    return "993" + (established ? 90 + band : 80 + band);
                });
    }

    private static Fact<Code> cpt(String value) {
        return Fact.known(new Code.Cpt(value));
    }
}
