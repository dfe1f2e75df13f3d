package dev.superbill.candidate;

import dev.superbill.code.Code;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;

/// A code that the ranker names, before its worth is known.
///
/// @param row the code's place in the code table
/// @param code the code
/// @param score the ranker's probability, 0 to 1
/// @param place its place among the codes ranked, from 0
/// @param standing how firmly the passage's section says that a service was performed
/// @param laterality the side that the passage names
/// @param evidence the passage
record RankedProposal(
        int row,
        Code code,
        double score,
        int place,
        Standing standing,
        Laterality laterality,
        Evidence evidence) {}
