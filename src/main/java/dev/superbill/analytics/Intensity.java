package dev.superbill.analytics;

import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.CaseLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is measured of a billed procedure line or visit, so that billing can be compared over time.
public enum Intensity {
    /// The level of a visit within its family, 0 for the lowest to 1 for the highest.
    VISIT_LEVEL("visit-level"),
    /// The share of visits at a high level.
    HIGH_LEVELS("high-levels"),
    /// Units of a procedure line, more than 10 counted as 10: one line of drugs must not outweigh a
    /// week.
    UNITS("units"),
    /// The share of visits with modifier 25.
    MODIFIER_25("modifier-25"),
    /// The share of other lines with modifier 59, XE, XP, XS or XU.
    MODIFIER_59("modifier-59"),
    /// The share of other lines with modifier 22.
    MODIFIER_22("modifier-22");

    private static final int MOST_UNITS = 10;
    private static final Set<String> DISTINCT = Set.of("59", "XE", "XP", "XS", "XU");

    private final String label;

    Intensity(String label) {
        this.label = label;
    }

    /// The name that the interface uses.
    public String label() {
        return label;
    }

    /// Whether it is a share: then each observation is 0 or 1.
    boolean share() {
        return switch (this) {
            case HIGH_LEVELS, MODIFIER_25, MODIFIER_59, MODIFIER_22 -> true;
            case VISIT_LEVEL, UNITS -> false;
        };
    }

    /// What a billed line says of it; empty where it says nothing.
    Optional<Double> of(CaseLine line) {
        var chosen = line.chosen();
        if (chosen.code().system() == CodeSystem.ICD_10_CM) {
            return Optional.empty();
        }
        var level = VisitLevel.of(chosen.code());
        var modifiers = chosen.modifiers();
        return switch (this) {
            case VISIT_LEVEL -> level.map(VisitLevel::place);
            case HIGH_LEVELS -> level.map(one -> one.high() == VisitLevel.Height.HIGH ? 1.0 : 0.0);
            case UNITS -> Optional.of((double) Math.min(MOST_UNITS, chosen.units()));
            case MODIFIER_25 -> level.map(_ -> modifiers.contains("25") ? 1.0 : 0.0);
            case MODIFIER_59 ->
                    level.isPresent()
                            ? Optional.empty()
                            : Optional.of(has(modifiers, DISTINCT) ? 1.0 : 0.0);
            case MODIFIER_22 ->
                    level.isPresent()
                            ? Optional.empty()
                            : Optional.of(modifiers.contains("22") ? 1.0 : 0.0);
        };
    }

    private static boolean has(List<String> modifiers, Set<String> any) {
        return modifiers.stream().anyMatch(any::contains);
    }
}
