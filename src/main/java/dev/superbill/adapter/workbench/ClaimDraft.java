package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.ClaimRequest;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CodingCase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claim as it would be billed now, to be checked.
final class ClaimDraft {
    private ClaimDraft() {}

    /// The claim; nothing where no procedure would be billed.
    ///
    /// @param found the case
    /// @param answer its answer
    /// @param encounter the encounter
    /// @param text the note's text, where it is kept
    static Optional<ClaimRequest> of(
            CodingCase found,
            SuggestionAnswer answer,
            SuggestionRequest.Encounter encounter,
            Optional<String> text) {
        var billed = found.billed();
        var diagnoses = diagnoses(found);
        var lines =
                billed.stream()
                        .filter(line -> line.chosen().code().system() != CodeSystem.ICD_10_CM)
                        .map(line -> line(line, answer, diagnoses, found))
                        .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ClaimRequest(
                        encounter,
                        text.map(words -> new SuggestionRequest.Note(null, words)).orElse(null),
                        lines,
                        diagnoses.stream()
                                .map(code -> new ClaimRequest.Diagnosis(code.value()))
                                .toList()));
    }

    /// The diagnoses on the claim, in order.
    static List<Code> diagnoses(CodingCase found) {
        return found.billed().stream()
                .map(line -> line.chosen().code())
                .filter(code -> code.system() == CodeSystem.ICD_10_CM)
                .toList();
    }

    private static ClaimRequest.Line line(
            CaseLine line, SuggestionAnswer answer, List<Code> diagnoses, CodingCase found) {
        return new ClaimRequest.Line(
                line.chosen().code().value(),
                line.chosen().units(),
                line.chosen().modifiers(),
                pointers(line, answer, diagnoses, found));
    }

    /// The places, on this claim, of the diagnoses that the suggestion pointed to; all of them
    /// where there was no suggestion or none of its diagnoses is billed.
    private static @Nullable List<Integer> pointers(
            CaseLine line, SuggestionAnswer answer, List<Code> diagnoses, CodingCase found) {
        var suggested =
                answer.lines().stream()
                        .filter(one ->
                                Keys.of(one.system(), one.code()).equals(Keys.of(line.line())))
                        .findFirst();
        if (suggested.isEmpty()) {
            return null;
        }
        var pointers =
                suggested.get().diagnosisPointers().stream()
                        .flatMap(pointer ->
                                answer.diagnoses().stream().filter(one -> one.pointer() == pointer))
                        .flatMap(diagnosis ->
                                found.billed().stream()
                                        .filter(billed ->
                                                billed.line().value().equals(diagnosis.code())))
                        .map(billed -> diagnoses.indexOf(billed.chosen().code()) + 1)
                        .filter(place -> place > 0)
                        .distinct()
                        .toList();
        return pointers.isEmpty() ? null : pointers;
    }
}
