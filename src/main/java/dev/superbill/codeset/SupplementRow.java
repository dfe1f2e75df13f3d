package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One of the few rows of a [Supplement] that a flat file keeps as a line of text.
sealed interface SupplementRow {
    /// Parts the fields of a line.
    String FIELD = "\t";

    /// An edition of Appendix S.
    record Edition(AppendixSEdition edition) implements SupplementRow {}

    /// An analysis with and without its study.
    record Pair(ExamPair pair) implements SupplementRow {}

    /// A service reported whole or in parts.
    record Whole(WholeService whole) implements SupplementRow {}

    /// What has no code of its own.
    record Guidance(ServiceGuidance guidance) implements SupplementRow {}

    /// Codes between which a measure decides, as its lines.
    record Family(List<String> lines) implements SupplementRow {
        /// Copies.
        public Family {
            lines = List.copyOf(lines);
        }
    }

    /// The row as a line.
    static String line(SupplementRow row) {
        return switch (row) {
            case Edition(var told) ->
                    joined(
                            "EDITION",
                            String.valueOf(told.year()),
                            told.from().toString(),
                            told.to().toString(),
                            told.source(),
                            told.assistive(),
                            told.augmentative(),
                            told.autonomous());
            case Pair(var told) ->
                    joined(
                            "PAIR",
                            told.alone().value(),
                            told.withExam().value(),
                            told.exams().stream()
                                    .map(range -> range.from().value() + "-" + range.to().value())
                                    .collect(Collectors.joining(" ")),
                            String.join(" ", told.inputs()),
                            told.source());
            case Whole(var told) ->
                    joined("WHOLE", values(told.wholes()), values(told.parts()), told.source());
            case Family(var lines) -> "FAMILY" + FIELD + String.join(FIELD, lines);
            case Guidance(var told) ->
                    joined(
                            "GUIDANCE",
                            told.concept(),
                            told.from().toString(),
                            told.to().toString(),
                            told.message(),
                            told.remedy(),
                            told.source());
        };
    }

    /// The row of a line that [#line] gave.
    static SupplementRow read(String line) {
        var fields = line.split(FIELD, -1);
        return switch (fields[0]) {
            case "EDITION" ->
                    new Edition(
                            new AppendixSEdition(
                                    Integer.parseInt(fields[1]),
                                    LocalDate.parse(fields[2]),
                                    LocalDate.parse(fields[3]),
                                    fields[4],
                                    fields[5],
                                    fields[6],
                                    fields[7]));
            case "PAIR" ->
                    new Pair(
                            new ExamPair(
                                    CodeRange.of(fields[1]).from(),
                                    CodeRange.of(fields[2]).from(),
                                    fields[3].isEmpty() ? List.of() : CodeRange.list(fields[3]),
                                    Arrays.asList(fields[4].split(" ", -1)),
                                    fields[5]));
            case "WHOLE" ->
                    new Whole(new WholeService(codes(fields[1]), codes(fields[2]), fields[3]));
            case "FAMILY" -> new Family(Arrays.asList(fields).subList(1, fields.length));
            case "GUIDANCE" ->
                    new Guidance(
                            new ServiceGuidance(
                                    fields[1],
                                    LocalDate.parse(fields[2]),
                                    LocalDate.parse(fields[3]),
                                    fields[4],
                                    fields[5],
                                    fields[6]));
            default -> throw new IllegalArgumentException("not a row of the supplement");
        };
    }

    private static List<Code> codes(String values) {
        return CodeRange.list(values).stream().map(CodeRange::from).toList();
    }

    private static String values(List<Code> codes) {
        return codes.stream().map(Code::value).collect(Collectors.joining(" "));
    }

    private static String joined(String... fields) {
        return String.join(FIELD, fields);
    }
}
