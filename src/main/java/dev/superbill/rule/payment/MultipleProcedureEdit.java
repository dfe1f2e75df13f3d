package dev.superbill.rule.payment;

import dev.superbill.code.Code;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.note.PlaceOfService;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How several procedures of one day are paid, which tells their best order, and where 51 goes.
///
/// Of the indicators, 2 is paid in the order of total relative value units at 100 percent, then 50
/// up to the fifth, and by report from the sixth on; 3 takes the value of the base code off every
/// further endoscopy of a family, and the family then counts as one; 4, 5, 6 and 7 reduce the
/// further ones of imaging, therapy, cardiovascular and eye tests in part. The totals of the
/// operator's fee schedule serve where it is loaded, else the work alone. Nothing is denied here:
/// the order is worth knowing, and a 51 out of place goes to a person. It binds claims to Medicare
/// and to unknown payers.
///
/// Source: CMS, Medicare Claims Processing Manual, chapter 12, section 40.6, and chapter 23,
/// addendum (multiple procedure indicator), in force 2026-01-01; RVU file, 2025-10-01.
public final class MultipleProcedureEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "multiple-procedures";

    private static final String SOURCE =
            "Medicare Claims Processing Manual, chapter 12, section 40.6, in force 2026-01-01";
    private static final String MODIFIER = "51";
    private static final int LAST_AT_HALF = 5;

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the relative values
    public MultipleProcedureEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    /// One procedure, or a family of endoscopies, with what it is worth.
    private record Ranked(String name, int value) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        if (!Medicare.mayPay(claim.encounter())) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        claim.lines().forEach(line -> misplaced(line).ifPresent(findings::add));
        order(claim).ifPresent(findings::add);
        reduced(
                        claim,
                        "4",
                        "diagnostic imaging: all but the highest are paid the professional component at 95 and the technical at 50 percent")
                .ifPresent(findings::add);
        reduced(
                        claim,
                        "5",
                        "therapy: all but the highest unit are paid the practice expense at 50 percent")
                .ifPresent(findings::add);
        reduced(
                        claim,
                        "6",
                        "cardiovascular tests: all but the highest are paid the technical component at 75 percent")
                .ifPresent(findings::add);
        reduced(
                        claim,
                        "7",
                        "eye tests: all but the highest are paid the technical component at 80 percent")
                .ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> misplaced(ClaimLine line) {
        if (!line.hasAny(Set.of(MODIFIER))) {
            return Optional.empty();
        }
        return noReduction(line.entry())
                .map(because ->
                        Finding.on(
                                line,
                                ID,
                                Severity.WARN,
                                "51 does not go on " + line.code() + ": " + because,
                                SOURCE,
                                "leave 51 out"));
    }

    /// Why a code is never reduced for standing beside others.
    private static Optional<String> noReduction(CodeEntry entry) {
        if (!(entry.addOn() instanceof AddOn.No) || entry.fees().globalDays().equals("ZZZ")) {
            return Optional.of("it is an add-on, which is paid in full");
        }
        if (ServiceKind.of(entry.code()) == ServiceKind.VISIT) {
            return Optional.of("it is a visit");
        }
        return switch (entry.fees().multipleProcedure()) {
            case "0" -> Optional.of("it is paid in full beside others (indicator 0)");
            case "9" -> Optional.of("the reduction does not apply to it (indicator 9)");
            default -> Optional.empty();
        };
    }

    private Optional<Finding> order(Claim claim) {
        var ranked = ranked(claim);
        if (ranked.size() < 2) {
            return families(claim).isEmpty()
                    ? Optional.empty()
                    : Optional.of(onClaim(familyWords(claim)));
        }
        var shares = new ArrayList<String>();
        for (int i = 0; i < ranked.size(); i++) {
            shares.add(
                    ranked.get(i).name()
                            + (i == 0 ? " 100%" : i < LAST_AT_HALF ? " 50%" : " by report"));
        }
        var families = familyWords(claim);
        return Optional.of(
                onClaim(
                        "payment in the order of "
                                + (totals(claim) ? "total" : "work")
                                + " relative value units: "
                                + String.join(", ", shares)
                                + (families.isEmpty() ? "" : "; " + families)));
    }

    /// What the standard reduction ranks, highest first; a family of endoscopies counts as one.
    private List<Ranked> ranked(Claim claim) {
        var ranked = new ArrayList<Ranked>();
        var families = families(claim);
        for (var line : claim.lines()) {
            var fees = line.entry().fees();
            boolean reduced =
                    fees.multipleProcedure().equals("2")
                            || (fees.multipleProcedure().equals("3")
                                    && !families.containsKey(fees.endoscopicBase()));
            if (reduced && noReduction(line.entry()).isEmpty()) {
                ranked.add(new Ranked(line.code(), value(line, claim)));
            }
        }
        families.forEach((base, lines) -> ranked.add(family(base, lines, claim)));
        ranked.sort(Comparator.comparingInt(Ranked::value).reversed().thenComparing(Ranked::name));
        return ranked;
    }

    /// The endoscopies that share a base, where there are several, by that base.
    private static Map<String, List<ClaimLine>> families(Claim claim) {
        var families = new TreeMap<String, List<ClaimLine>>();
        for (var line : claim.lines()) {
            var fees = line.entry().fees();
            if (fees.multipleProcedure().equals("3") && !fees.endoscopicBase().isEmpty()) {
                families.computeIfAbsent(fees.endoscopicBase(), _ -> new ArrayList<>()).add(line);
            }
        }
        families.values().removeIf(lines -> lines.size() < 2);
        return families;
    }

    private Ranked family(String base, List<ClaimLine> lines, Claim claim) {
        int baseValue =
                codeSets.describe(new Code.Cpt(base), claim.encounter().serviceDate())
                        .map(entry -> value(entry, claim))
                        .orElse(0);
        var values =
                lines.stream()
                        .map(line -> value(line, claim))
                        .sorted(Comparator.reverseOrder())
                        .toList();
        int total = values.getFirst();
        for (var further : values.subList(1, values.size())) {
            total += Math.max(0, further - baseValue);
        }
        var names = lines.stream().map(ClaimLine::code).sorted().toList();
        return new Ranked(String.join(" with ", names), total);
    }

    private static String familyWords(Claim claim) {
        var words = new ArrayList<String>();
        families(claim)
                .forEach((base, lines) ->
                        words.add(
                                "of "
                                        + String.join(
                                                ", ",
                                                lines.stream()
                                                        .map(ClaimLine::code)
                                                        .sorted()
                                                        .toList())
                                        + " the highest is paid in full and the others less the value of "
                                        + base));
        return String.join("; ", words);
    }

    private int value(ClaimLine line, Claim claim) {
        int value = value(line.entry(), claim);
        boolean both = line.hasAny(Set.of("50")) && line.entry().fees().bilateral().equals("1");
        return both ? value + value / 2 : value;
    }

    private int value(CodeEntry entry, Claim claim) {
        if (!totals(claim)) {
            return entry.fees().workRvu();
        }
        boolean facility =
                claim.encounter()
                        .placeOfService()
                        .told()
                        .filter(PlaceOfService::facility)
                        .isPresent();
        return codeSets.official()
                .fees(entry.code(), claim.encounter().serviceDate())
                .map(fees -> facility ? fees.facilityTotal() : fees.nonFacilityTotal())
                .orElse(entry.fees().workRvu());
    }

    /// Whether the total values of every line are loaded, so that they compare.
    private boolean totals(Claim claim) {
        return claim.lines().stream()
                .allMatch(line ->
                        codeSets.official()
                                .fees(line.entry().code(), claim.encounter().serviceDate())
                                .isPresent());
    }

    private static Optional<Finding> reduced(Claim claim, String indicator, String words) {
        int units =
                claim.lines().stream()
                        .filter(line -> line.entry().fees().multipleProcedure().equals(indicator))
                        .mapToInt(ClaimLine::units)
                        .sum();
        return units < 2 ? Optional.empty() : Optional.of(onClaim(words));
    }

    private static Finding onClaim(String message) {
        return Finding.onClaim(ID, Severity.INFO, message, SOURCE, "");
    }
}
