package dev.superbill.rule;

import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;

/// The Appendix S class of a line, and whether the note documents input, process and output.
///
/// @param workClass assistive, augmentative or autonomous
/// @param basis what the class rests on
/// @param edition the year of the Appendix S edition
/// @param input the data analysed and where they came from
/// @param process the software, named or described
/// @param output the result, and the interpretation where one is required
public record AppendixS(
        AppendixSClass workClass,
        AppendixSBasis basis,
        int edition,
        DocumentationPart input,
        DocumentationPart process,
        DocumentationPart output) {}
