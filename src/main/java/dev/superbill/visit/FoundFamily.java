package dev.superbill.visit;

import dev.superbill.mention.Evidence;
import java.util.List;

/// The family that a note was read as.
///
/// @param family the likeliest family
/// @param probability how likely it is
/// @param runnerUp the next family
/// @param evidence the words that speak for the family rather than the next
record FoundFamily(
        VisitFamily family, double probability, VisitFamily runnerUp, List<Evidence> evidence) {
    FoundFamily {
        evidence = List.copyOf(evidence);
    }
}
