package dev.superbill.codeset;

import java.util.List;

/// A code's place in Appendix S, and what its documentation must show as input.
///
/// @param workClass assistive, augmentative or autonomous
/// @param basis what the class rests on
/// @param edition the year of the Appendix S edition
/// @param inputs the names of the concepts that show the data set, any of which serves
public record AppendixSEntry(
        AppendixSClass workClass, AppendixSBasis basis, int edition, List<String> inputs) {
    /// Copies.
    public AppendixSEntry {
        inputs = List.copyOf(inputs);
    }

    /// The same place in another edition of Appendix S.
    AppendixSEntry in(AppendixSEdition other) {
        return new AppendixSEntry(workClass, basis, other.year(), inputs);
    }
}
