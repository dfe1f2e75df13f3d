package dev.superbill.candidate;

import dev.superbill.code.Code;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.Occurrence;
import java.util.List;
import java.util.Set;

/// A code that the note's words propose, before its worth is known.
///
/// @param row the code's place in the code table
/// @param code the code
/// @param standing the firmest place that proposes it
/// @param standings every standing in which it is proposed
/// @param expressions the numbers of the expressions met, in order
/// @param words how many content words the longest expression met has, at the firmest standing
/// @param occurrences how often it is asserted to be so
/// @param doubted how often it is mentioned without being asserted
/// @param support where it stands, firmest first
/// @param laterality the side named with it
/// @param sides every side named where it stands, in the order of [Laterality]
/// @param siblings the rows that its own `unless` lines name
/// @param disputed how many of its own `unless` lines are met, by siblings that nothing says
public record Proposal(
        int row,
        Code code,
        Standing standing,
        Set<Standing> standings,
        List<Integer> expressions,
        int words,
        int occurrences,
        int doubted,
        List<Occurrence> support,
        Laterality laterality,
        List<Laterality> sides,
        List<Integer> siblings,
        int disputed) {
    /// Copies.
    public Proposal {
        standings = Set.copyOf(standings);
        expressions = List.copyOf(expressions);
        support = List.copyOf(support);
        sides = List.copyOf(sides);
        siblings = List.copyOf(siblings);
    }

    /// The offset of the first supporting character.
    public int first() {
        return support.stream().mapToInt(occurrence -> occurrence.span().start()).min().orElse(0);
    }
}
