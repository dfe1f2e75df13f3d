package dev.superbill.analytics;

import dev.superbill.code.Code;
import java.util.List;
import java.util.Optional;

/// The level of a visit code within its family, on one scale for all families.
///
/// Source: AMA CPT, evaluation and management, edition 2026: office 99202-99205 and 99211-99215,
/// consultations 99242-99245 and 99252-99255, hospital 99221-99223, 99231-99233 and 99234-99236,
/// emergency 99281-99285, nursing facility 99304-99306 and 99307-99310, home 99341-99345 and
/// 99347-99350. Which levels are high is product policy: the highest two of a family of four or
/// five, the highest of three.
///
/// @param place 0 for the lowest level of the family, 1 for the highest
/// @param high whether it is one of the family's high levels
record VisitLevel(double place, Height high) {
    enum Height {
        HIGH,
        OTHER
    }

    private static final List<List<String>> FAMILIES =
            List.of(
                    List.of("99202", "99203", "99204", "99205"),
                    List.of("99211", "99212", "99213", "99214", "99215"),
                    List.of("99242", "99243", "99244", "99245"),
                    List.of("99252", "99253", "99254", "99255"),
                    List.of("99221", "99222", "99223"),
                    List.of("99231", "99232", "99233"),
                    List.of("99234", "99235", "99236"),
                    List.of("99281", "99282", "99283", "99284", "99285"),
                    List.of("99304", "99305", "99306"),
                    List.of("99307", "99308", "99309", "99310"),
                    List.of("99341", "99342", "99344", "99345"),
                    List.of("99347", "99348", "99349", "99350"));

    private static final int SMALL_FAMILY = 3;

    /// The level of a code; empty where it is no leveled visit.
    static Optional<VisitLevel> of(Code code) {
        for (var family : FAMILIES) {
            int rung = family.indexOf(code.value());
            if (rung >= 0) {
                int top = family.size() - 1;
                int highFrom = family.size() <= SMALL_FAMILY ? top : top - 1;
                return Optional.of(
                        new VisitLevel(
                                (double) rung / top,
                                rung >= highFrom ? Height.HIGH : Height.OTHER));
            }
        }
        return Optional.empty();
    }
}
