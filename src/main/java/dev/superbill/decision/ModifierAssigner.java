package dev.superbill.decision;

import dev.superbill.code.Modifier;
import dev.superbill.mention.Laterality;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Encounter;
import dev.superbill.note.PlaceOfService;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives the lines of a claim their modifiers: professional component, side, visit beside a
/// procedure, assistant, telehealth.
///
/// `RT`, `LT` and `50` go on codes with bilateral indicator 1 or 3; `26` on codes with PC/TC
/// indicator 1 where the professional reads a study made in a facility; `25` on a visit beside a
/// procedure with a global period of 0 or 10 days, `57` beside one of 90 days; `80` on what an
/// assistant bills; `95` on a visit by video to a payer other than Medicare.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, sections 20.4.3, 30.6.6, 40.2 and
/// 40.7, and chapter 13, section 20; RVU file of 2025-10-01.
final class ModifierAssigner {
    private static final Set<String> PAIRED = Set.of("1", "3");
    private static final Set<String> MINOR = Set.of("000", "010");
    private static final Set<String> ASSISTED = Set.of("0", "1", "2");
    private static final Set<String> TELEHEALTH = Set.of("02", "10");
    private static final String EACH_SIDE = "3";
    private static final String MAJOR = "090";
    private static final String SPLIT = "1";
    private static final String ASSISTANT = "assistant";
    private static final String MEDICARE = "medicare";

    private final List<ClaimLine> lines;
    private final Encounter encounter;

    /// @param lines every line of the claim
    /// @param encounter the facts of the visit
    ModifierAssigner(List<ClaimLine> lines, Encounter encounter) {
        this.lines = List.copyOf(lines);
        this.encounter = encounter;
    }

    /// The modifiers of one of the lines.
    List<AppliedModifier> modifiers(ClaimLine line) {
        var modifiers = new ArrayList<AppliedModifier>();
        if (professionalComponent(line)) {
            boolean told = encounter.placeOfService().told().isPresent();
            modifiers.add(
                    told(
                            "26",
                            told
                                    ? "the professional component: the study was made in a facility"
                                    : "the professional component: the note documents the interpretation, not whose equipment was used"));
        }
        if (ServiceKind.of(line.entry().code()) == ServiceKind.VISIT) {
            besideProcedure(line).ifPresent(modifiers::add);
            telehealth().ifPresent(modifiers::add);
        }
        if (assisted(line)) {
            modifiers.add(told("80", "billed by the assistant at surgery"));
        }
        if (PAIRED.contains(line.entry().fees().bilateral())) {
            side(line).ifPresent(modifiers::add);
        }
        return List.copyOf(modifiers);
    }

    private static AppliedModifier told(String code, String because) {
        return new AppliedModifier(new Modifier(code), because, List.of());
    }

    private boolean professionalComponent(ClaimLine line) {
        return encounter.claimType() == ClaimType.PROFESSIONAL
                && line.entry().fees().pcTc().equals(SPLIT)
                && encounter.placeOfService().told().map(PlaceOfService::facility).orElse(true);
    }

    private Optional<AppliedModifier> besideProcedure(ClaimLine visit) {
        var others =
                lines.stream()
                        .filter(line -> !line.code().equals(visit.code()))
                        .filter(line -> ServiceKind.of(line.entry().code()) != ServiceKind.VISIT)
                        .map(line -> line.entry().fees().globalDays())
                        .toList();
        if (others.contains(MAJOR)) {
            return Optional.of(
                    told("57", "the visit at which major surgery was decided on, if it was"));
        }
        return others.stream().anyMatch(MINOR::contains)
                ? Optional.of(
                        told(
                                "25",
                                "a visit beside a procedure, if it went beyond the usual work of it"))
                : Optional.empty();
    }

    private Optional<AppliedModifier> telehealth() {
        boolean remote =
                encounter
                        .placeOfService()
                        .told()
                        .map(PlaceOfService::code)
                        .filter(TELEHEALTH::contains)
                        .isPresent();
        boolean wanted =
                encounter.payer().told().filter(payer -> !payer.equals(MEDICARE)).isPresent();
        return remote && wanted
                ? Optional.of(told("95", "a visit by synchronous video"))
                : Optional.empty();
    }

    private boolean assisted(ClaimLine line) {
        return encounter.providerRole().told().filter(ASSISTANT::equals).isPresent()
                && ServiceKind.of(line.entry().code()) == ServiceKind.SURGERY
                && ASSISTED.contains(line.entry().fees().assistant());
    }

    /// Where each side is paid in full and both are counted in the units, 50 would count them
    /// again.
    private static boolean countedBySide(ClaimLine line) {
        return line.laterality() == Laterality.BILATERAL
                && line.units() > 1
                && line.entry().fees().bilateral().equals(EACH_SIDE);
    }

    private static Optional<AppliedModifier> side(ClaimLine line) {
        var code =
                switch (line.laterality()) {
                    case NONE -> "";
                    case LEFT -> "LT";
                    case RIGHT -> "RT";
                    case BILATERAL -> "50";
                };
        if (code.isEmpty() || countedBySide(line)) {
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
