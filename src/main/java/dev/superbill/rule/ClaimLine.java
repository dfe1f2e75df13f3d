package dev.superbill.rule;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A line of a claim: a procedure, or one of its diagnoses.
///
/// @param number its place among the procedures or among the diagnoses, from 1
/// @param entry what is known of the code on the service date
/// @param units units of service
/// @param modifiers the modifiers reported with it
/// @param laterality the side named with it
/// @param sides every side named where it stands
/// @param diagnoses the diagnoses that it points to; none where nobody pointed yet
/// @param evidence the words that support it
public record ClaimLine(
        int number,
        CodeEntry entry,
        int units,
        List<Modifier> modifiers,
        Laterality laterality,
        List<Laterality> sides,
        List<Code> diagnoses,
        List<Evidence> evidence) {
    /// Checks and copies.
    public ClaimLine {
        if (units < 1) {
            throw new IllegalArgumentException("units are below 1");
        }
        modifiers = List.copyOf(modifiers);
        sides = List.copyOf(sides);
        diagnoses = List.copyOf(diagnoses);
        evidence = List.copyOf(evidence);
    }

    /// The code as it is printed.
    public String code() {
        return entry.code().value();
    }

    /// Whether the line has one of the modifiers.
    public boolean hasAny(Set<String> codes) {
        return modifiers.stream().map(Modifier::code).anyMatch(codes::contains);
    }

    /// The modifiers as they are printed.
    public Set<String> modifierCodes() {
        return modifiers.stream().map(Modifier::code).collect(Collectors.toUnmodifiableSet());
    }

    /// The line at another place.
    public ClaimLine numbered(int place) {
        return new ClaimLine(
                place, entry, units, modifiers, laterality, sides, diagnoses, evidence);
    }

    /// The line with modifiers.
    public ClaimLine with(List<Modifier> told) {
        return new ClaimLine(number, entry, units, told, laterality, sides, diagnoses, evidence);
    }
}
