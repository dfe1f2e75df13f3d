package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.List;

/// Two codes for one analysis: of a study done before, and along with the study.
///
/// @param alone the code for a study done before
/// @param withExam the code for a study of the same session
/// @param exams the studies
/// @param inputs the names of the concepts that show the study
/// @param source what says so
public record ExamPair(
        Code alone, Code withExam, List<CodeRange> exams, List<String> inputs, String source) {
    /// Checks and copies.
    public ExamPair {
        if (alone.equals(withExam)) {
            throw new IllegalArgumentException("a pair is two codes");
        }
        exams = List.copyOf(exams);
        inputs = List.copyOf(inputs);
    }
}
