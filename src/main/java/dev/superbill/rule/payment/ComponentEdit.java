package dev.superbill.rule.payment;

import dev.superbill.note.ClaimType;
import dev.superbill.note.PlaceOfService;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Professional and technical components: 26 and TC go on codes that have both, and in a hospital
/// the professional bills the professional component alone.
///
/// Of the PC/TC indicators, 1 splits by modifier; 0, 5, 7 and 9 do not split; 2, 3 and 4 are codes
/// of their own for the professional component, the technical one and the whole; 6 takes 26 for a
/// laboratory physician's interpretation and never TC; 8 is an interpretation without modifier. In
/// other facilities than hospitals the owner of the equipment varies, so that a person looks.
///
/// What Medicare denies blocks a claim that a person chose, to Medicare or an unknown payer; else
/// it warns.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 20.2, chapter 13, section
/// 20, and chapter 23, addendum (PC/TC indicator), in force 2026-01-01; RVU file, 2025-10-01.
public final class ComponentEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "pc-tc";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 13, section 20, and chapter 23, addendum, in force 2026-01-01";
    private static final String PROFESSIONAL = "26";
    private static final String TECHNICAL = "TC";
    private static final Set<String> COMPONENTS = Set.of(PROFESSIONAL, TECHNICAL);
    private static final Set<String> HOSPITALS =
            Set.of("19", "21", "22", "23", "26", "51", "52", "61");
    private static final Set<String> OF_A_PLACE = Set.of("1", "3", "4", "5");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        for (var line : claim.lines()) {
            if (!line.entry().fees().pcTc().isEmpty()) {
                modifiers(line, claim).or(() -> place(line, claim)).ifPresent(findings::add);
            }
        }
        unplaced(claim).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> modifiers(ClaimLine line, Claim claim) {
        boolean professional = line.hasAny(Set.of(PROFESSIONAL));
        boolean technical = line.hasAny(Set.of(TECHNICAL));
        if (!professional && !technical) {
            return Optional.empty();
        }
        if (professional && technical) {
            return Optional.of(
                    denied(
                            line,
                            claim,
                            "26 and TC stand on one line",
                            "report the whole without either, or each component on its own claim"));
        }
        if (professional && claim.encounter().claimType() == ClaimType.FACILITY) {
            return Optional.of(
                    warned(
                            line,
                            "26 is the professional's component, and this is a facility's claim",
                            "leave 26 out"));
        }
        var modifier = professional ? PROFESSIONAL : TECHNICAL;
        return wrong(line, modifier)
                .map(because ->
                        denied(
                                line,
                                claim,
                                modifier + " does not go on " + line.code() + ": " + because,
                                remedy(line, modifier)));
    }

    /// Why a code does not take the modifier.
    private static Optional<String> wrong(ClaimLine line, String modifier) {
        boolean technical = modifier.equals(TECHNICAL);
        return switch (line.entry().fees().pcTc()) {
            case "0" -> Optional.of("it is a physician's service without components");
            case "2" -> Optional.of("it is the professional component itself");
            case "3" -> Optional.of("it is the technical component itself");
            case "4" -> Optional.of("it is the whole of a test whose components have codes");
            case "5" -> Optional.of("it is incident to a physician's service");
            case "6" ->
                    technical
                            ? Optional.of("it is a laboratory physician's interpretation")
                            : Optional.empty();
            case "7" -> Optional.of("it is a therapist's service");
            case "8" ->
                    technical
                            ? Optional.of("it is a physician's interpretation")
                            : Optional.empty();
            case "9" -> Optional.of("components do not apply to it");
            default -> Optional.empty();
        };
    }

    private static String remedy(ClaimLine line, String modifier) {
        return line.entry().fees().pcTc().equals("4")
                ? "report the code of the component instead"
                : "leave " + modifier + " out";
    }

    /// What a professional may not bill where the service took place.
    private static Optional<Finding> place(ClaimLine line, Claim claim) {
        var place = claim.encounter().placeOfService().told().filter(PlaceOfService::facility);
        if (claim.encounter().claimType() != ClaimType.PROFESSIONAL || place.isEmpty()) {
            return Optional.empty();
        }
        var where = place.get().code();
        return switch (line.entry().fees().pcTc()) {
            case "1" -> {
                if (line.hasAny(Set.of(PROFESSIONAL))) {
                    yield Optional.empty();
                }
                yield line.hasAny(Set.of(TECHNICAL))
                        ? Optional.of(
                                placed(
                                        line,
                                        claim,
                                        where,
                                        "the technical component is the facility's",
                                        "leave the line to the facility, or bill 26 for the interpretation"))
                        : Optional.of(
                                placed(
                                        line,
                                        claim,
                                        where,
                                        line.code()
                                                + " is billed whole, and its technical component is the"
                                                + " facility's",
                                        "add 26 for the interpretation"));
            }
            case "3" ->
                    Optional.of(
                            placed(
                                    line,
                                    claim,
                                    where,
                                    line.code()
                                            + " is a technical component, which is the facility's",
                                    "leave the line to the facility"));
            case "4" ->
                    Optional.of(
                            placed(
                                    line,
                                    claim,
                                    where,
                                    line.code()
                                            + " is the whole of a test, whose technical component is the"
                                            + " facility's",
                                    "report the code of the interpretation alone"));
            case "5" ->
                    Optional.of(
                            warned(
                                    line,
                                    line.code()
                                            + " is incident to a physician's service, which is not paid to a"
                                            + " professional in a facility (place of service "
                                            + where
                                            + ")",
                                    "leave the line to the facility"));
            default -> Optional.empty();
        };
    }

    private static Finding placed(
            ClaimLine line, Claim claim, String where, String message, String remedy) {
        var told = message + " (place of service " + where + ")";
        return HOSPITALS.contains(where)
                ? denied(line, claim, told, remedy)
                : warned(line, told, remedy);
    }

    /// That the place, on which components hang, is not told.
    private static Optional<Finding> unplaced(Claim claim) {
        boolean unchecked =
                claim.state() == Claim.State.CHOSEN
                        && claim.encounter().claimType() == ClaimType.PROFESSIONAL
                        && claim.encounter().placeOfService().told().isEmpty()
                        && claim.lines().stream()
                                .anyMatch(line ->
                                        OF_A_PLACE.contains(line.entry().fees().pcTc())
                                                && !line.hasAny(COMPONENTS));
        return unchecked
                ? Optional.of(
                        Finding.onClaim(
                                ID,
                                Severity.INFO,
                                "components could not be checked: no place of service is told",
                                SOURCE,
                                "give the place of service"))
                : Optional.empty();
    }

    private static Finding denied(ClaimLine line, Claim claim, String message, String remedy) {
        return Finding.on(line, ID, Medicare.denied(claim), message, SOURCE, remedy);
    }

    private static Finding warned(ClaimLine line, String message, String remedy) {
        return Finding.on(line, ID, Severity.WARN, message, SOURCE, remedy);
    }
}
