package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Laterality;
import dev.superbill.note.PriorLine;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.SurgicalPackage;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/// A line as the edits see it: one of the claim, or one billed already that day.
///
/// @param code the code
/// @param modifiers its modifiers
/// @param sites the sites that it names
/// @param told the sides that the note names, whether or not a modifier does
/// @param globalDays the global period of the code; empty where it is unknown
record EditedLine(
        Code code, Set<String> modifiers, Set<String> sites, Set<String> told, String globalDays) {
    /// Copies.
    EditedLine {
        modifiers = Set.copyOf(modifiers);
        sites = Set.copyOf(sites);
        told = Set.copyOf(told);
    }

    /// A line of the claim.
    static EditedLine of(ClaimLine line, Claim.State state) {
        return new EditedLine(
                line.entry().code(),
                line.modifierCodes(),
                Sites.of(line, state),
                Sites.told(line.laterality()),
                line.entry().fees().globalDays());
    }

    /// A line billed already.
    static EditedLine of(PriorLine billed, CodeSets codeSets, LocalDate serviceDate) {
        var modifiers =
                billed.modifiers().stream()
                        .map(Modifier::code)
                        .collect(Collectors.toUnmodifiableSet());
        return new EditedLine(
                billed.code(),
                modifiers,
                Sites.among(modifiers),
                Sites.told(Laterality.NONE),
                codeSets.describe(billed.code(), serviceDate)
                        .map(CodeEntry::fees)
                        .map(fees -> fees.globalDays())
                        .orElse(""));
    }

    /// The code as it is printed.
    String printed() {
        return code.value();
    }

    boolean visit() {
        return ServiceKind.of(code) == ServiceKind.VISIT;
    }

    boolean laboratory() {
        return ServiceKind.of(code) == ServiceKind.LABORATORY || printed().endsWith("U");
    }

    boolean major() {
        return globalDays.equals(SurgicalPackage.MAJOR);
    }
}
