package dev.superbill.evaluation;

import dev.superbill.analytics.Share;
import dev.superbill.evaluation.CodedNote.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An answer judged by a label. It holds no text.
///
/// @param noteId names the note
/// @param specialties the specialties that it counts in
/// @param labelledType the type that it counts in; empty where it was not labelled
/// @param outcome whether there is an answer, and where it went
/// @param procedures CPT and HCPCS codes answered, to review or not
/// @param suggested those that no person need look at
/// @param diagnoses ICD-10-CM codes answered, without dots
/// @param exact whether the procedures are exactly right
/// @param amongTen the due procedures among the first ten considered
/// @param noteType whether the type is right
/// @param visitFamily whether the visit family is right, of a note that is a visit
/// @param auto whether the procedures are right, of an answer that no person need look at
/// @param evidence how the words stand
/// @param overlap right lines whose words share characters with the labelled ones
/// @param modifiers right lines whose modifiers are the labelled ones
/// @param scored the confidence of each line answered
/// @param millis how long the answer took
public record JudgedNote(
        String noteId,
        List<String> specialties,
        String labelledType,
        CodedNote.Outcome outcome,
        Marking procedures,
        Marking suggested,
        Marking diagnoses,
        Share exact,
        Share amongTen,
        Share noteType,
        Share visitFamily,
        Share auto,
        EvidenceCount evidence,
        Share overlap,
        Share modifiers,
        List<Scored> scored,
        double millis) {
    private static final int FIRST = 10;
    private static final int LONG = 300;

    /// Follows from another procedure by the fee schedule, not from the note.
    private static final String MULTIPLE_PROCEDURES = "51";

    /// Copies.
    public JudgedNote {
        specialties = List.copyOf(specialties);
        scored = List.copyOf(scored);
    }

    /// The confidence of a line, and what the code is.
    ///
    /// @param code the code
    /// @param confidence 0 to 1
    /// @param mark what the code is
    public record Scored(String code, double confidence, Marking.Mark mark) {}

    /// Judges an answer.
    ///
    /// @param label what a coder says of the note
    /// @param coded what was answered
    /// @param text the note
    public static JudgedNote of(NoteLabel label, CodedNote coded, String text) {
        var must = label.procedures().must();
        var may = label.procedures().may();
        var said =
                coded.lines().stream()
                        .filter(line -> line.verdict().answered())
                        .map(CodedNote.Line::code)
                        .collect(Collectors.toSet());
        var sure =
                coded.lines().stream()
                        .filter(line -> line.verdict() == CodedNote.Verdict.SUGGEST)
                        .map(CodedNote.Line::code)
                        .collect(Collectors.toSet());
        var dx =
                coded.diagnoses().stream()
                        .filter(diagnosis -> diagnosis.verdict().answered())
                        .map(diagnosis -> NoteLabel.diagnosis(diagnosis.code()))
                        .collect(Collectors.toSet());
        var procedures = new Marking(said, must, may);
        var exact = one(procedures.exact());
        boolean sentOn = coded.outcome() == CodedNote.Outcome.AUTO && !coded.lines().isEmpty();
        return new JudgedNote(
                label.noteId(),
                label.specialties(),
                label.noteTypes().isEmpty() ? "" : label.noteTypes().getFirst(),
                coded.outcome(),
                procedures,
                new Marking(sure, must, may),
                new Marking(dx, label.diagnoses().must(), label.diagnoses().may()),
                exact,
                amongTen(coded, must),
                label.noteTypes().isEmpty()
                        ? Share.NONE
                        : one(label.noteTypes().contains(coded.noteType())),
                label.visit()
                        ? one(label.visitFamilies().contains(coded.visitFamily()))
                        : Share.NONE,
                sentOn ? exact : Share.NONE,
                evidence(coded, text),
                overlap(label, coded, text),
                modifiers(label, coded),
                coded.lines().stream()
                        .filter(line -> line.verdict().answered())
                        .map(line ->
                                new Scored(
                                        line.code(),
                                        line.confidence(),
                                        procedures.mark(line.code())))
                        .toList(),
                coded.millis());
    }

    private static Share amongTen(CodedNote coded, Set<String> must) {
        var lines =
                coded.lines().stream()
                        .sorted(Comparator.comparingDouble(CodedNote.Line::confidence).reversed())
                        .map(CodedNote.Line::code);
        var first =
                Stream.concat(lines, coded.rejected().stream())
                        .limit(FIRST)
                        .collect(Collectors.toSet());
        return new Share((int) must.stream().filter(first::contains).count(), must.size());
    }

    private static EvidenceCount evidence(CodedNote coded, String text) {
        var all = new ArrayList<List<Words>>();
        coded.lines().forEach(line -> all.add(line.evidence()));
        coded.diagnoses().forEach(diagnosis -> all.add(diagnosis.evidence()));
        var count = EvidenceCount.NONE;
        for (var evidence : all) {
            if (evidence.isEmpty()) {
                count = count.plus(new EvidenceCount(0, 0, 0, 1));
            }
            for (var words : evidence) {
                count =
                        count.plus(
                                new EvidenceCount(
                                        1,
                                        quotes(words, text) ? 0 : 1,
                                        words.end() - words.start() > LONG ? 1 : 0,
                                        0));
            }
        }
        return count;
    }

    private static boolean quotes(Words words, String text) {
        return words.start() >= 0
                && words.end() >= words.start()
                && words.end() <= text.length()
                && text.substring(words.start(), words.end()).equals(words.quote());
    }

    private static Share overlap(NoteLabel label, CodedNote coded, String text) {
        Map<String, List<Words>> labelled = new HashMap<>();
        for (var line : label.lines()) {
            int start = line.quote().isEmpty() ? -1 : text.indexOf(line.quote());
            if (start >= 0) {
                labelled.computeIfAbsent(line.code(), _ -> new ArrayList<>())
                        .add(new Words(start, start + line.quote().length(), line.quote()));
            }
        }
        var overlap = Share.NONE;
        for (var line : coded.lines()) {
            var wanted = labelled.getOrDefault(line.code(), List.of());
            if (line.verdict().answered()
                    && label.procedures().must().contains(line.code())
                    && !wanted.isEmpty()) {
                overlap = overlap.plus(one(overlap(line.evidence(), wanted)));
            }
        }
        return overlap;
    }

    private static boolean overlap(List<Words> said, List<Words> wanted) {
        return said.stream()
                .anyMatch(words ->
                        wanted.stream()
                                .anyMatch(other ->
                                        words.start() < other.end()
                                                && other.start() < words.end()));
    }

    private static Share modifiers(NoteLabel label, CodedNote coded) {
        var equal = Share.NONE;
        for (var wanted : label.lines()) {
            var modifiers =
                    wanted.modifiers().stream()
                            .filter(modifier -> !modifier.equals(MULTIPLE_PROCEDURES))
                            .collect(Collectors.toSet());
            for (var line : coded.lines()) {
                if (line.verdict().answered() && line.code().equals(wanted.code())) {
                    equal = equal.plus(one(line.modifiers().equals(modifiers)));
                }
            }
        }
        return equal;
    }

    private static Share one(boolean hit) {
        return new Share(hit ? 1 : 0, 1);
    }
}
