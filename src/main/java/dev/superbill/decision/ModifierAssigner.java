package dev.superbill.decision;

import dev.superbill.code.Modifier;
import dev.superbill.mention.Laterality;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Encounter;
import dev.superbill.note.PlaceOfService;
import dev.superbill.rule.ClaimLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives a line its modifiers: side, and professional component.
///
/// `RT`, `LT` and `50` go on codes with bilateral indicator 1 or 3; `26` on codes with PC/TC
/// indicator 1 where the professional reads a study made in a facility.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.7, and chapter 13,
/// section 20; RVU file of 2025-10-01.
final class ModifierAssigner {
    private static final Set<String> PAIRED = Set.of("1", "3");
    private static final String SPLIT = "1";

    List<AppliedModifier> modifiers(ClaimLine line, Encounter encounter) {
        var modifiers = new ArrayList<AppliedModifier>();
        if (professionalComponent(line, encounter)) {
            boolean told = encounter.placeOfService().told().isPresent();
            modifiers.add(
                    new AppliedModifier(
                            new Modifier("26"),
                            told
                                    ? "the professional component: the study was made in a facility"
                                    : "the professional component: the note documents the interpretation, not whose equipment was used",
                            List.of()));
        }
        if (PAIRED.contains(line.entry().fees().bilateral())) {
            side(line).ifPresent(modifiers::add);
        }
        return List.copyOf(modifiers);
    }

    private static boolean professionalComponent(ClaimLine line, Encounter encounter) {
        return encounter.claimType() == ClaimType.PROFESSIONAL
                && line.entry().fees().pcTc().equals(SPLIT)
                && encounter.placeOfService().told().map(PlaceOfService::facility).orElse(true);
    }

    private static Optional<AppliedModifier> side(ClaimLine line) {
        var code =
                switch (line.laterality()) {
                    case NONE -> "";
                    case LEFT -> "LT";
                    case RIGHT -> "RT";
                    case BILATERAL -> "50";
                };
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var because =
                line.laterality() == Laterality.BILATERAL
                        ? "performed on both sides"
                        : "performed on this side";
        return Optional.of(
                new AppliedModifier(
                        new Modifier(code), because, line.evidence().stream().limit(1).toList()));
    }
}
