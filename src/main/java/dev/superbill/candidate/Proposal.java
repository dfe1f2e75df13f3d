package dev.superbill.candidate;

import dev.superbill.code.Code;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.Occurrence;
import java.util.ArrayList;
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
/// @param units how often it was performed
/// @param answer what the note says to the question of its family
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
        int disputed,
        int units,
        Answer answer) {
    /// Copies.
    public Proposal {
        standings = Set.copyOf(standings);
        expressions = List.copyOf(expressions);
        support = List.copyOf(support);
        sides = List.copyOf(sides);
        siblings = List.copyOf(siblings);
    }

    /// The same words for a sibling.
    Proposal named(int otherRow, Code other) {
        return new Proposal(
                otherRow,
                other,
                standing,
                standings,
                expressions,
                words,
                occurrences,
                doubted,
                support,
                laterality,
                sides,
                siblings.stream().filter(sibling -> sibling != otherRow).toList(),
                0,
                units,
                answer);
    }

    /// The same, counted, with the place of the measure behind its firmest place.
    Proposal measured(int counted, Occurrence measure) {
        var places = new ArrayList<>(support);
        places.add(Math.min(1, places.size()), measure);
        return with(places, siblings, counted, new Answer.Given());
    }

    /// The same with a question that the note leaves open.
    Proposal open(List<Integer> others, Answer.Open question) {
        return with(support, others, units, question);
    }

    private Proposal with(List<Occurrence> places, List<Integer> others, int counted, Answer said) {
        return new Proposal(
                row,
                code,
                standing,
                standings,
                expressions,
                words,
                occurrences,
                doubted,
                places,
                laterality,
                sides,
                others,
                disputed,
                counted,
                said);
    }

    /// The offset of the first supporting character.
    public int first() {
        int first = support.isEmpty() ? 0 : support.getFirst().span().start();
        for (var occurrence : support) {
            first = Math.min(first, occurrence.span().start());
        }
        return first;
    }
}
