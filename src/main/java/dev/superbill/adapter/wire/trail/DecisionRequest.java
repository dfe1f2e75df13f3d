package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.code.Code;
import dev.superbill.note.Span;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.OverrideReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/decisions`, as sent.
///
/// @param answerId the answer that is decided on
/// @param action what is decided
/// @param system the system of the line's code
/// @param code the code of the line: the one suggested, or added
/// @param to the line as it shall be billed, of a change or an addition
/// @param reason why, of a change, a rejection or an addition
/// @param evidence the words of the note that support an addition
/// @param rules the findings that a query asks about
/// @param text what a query asks
/// @param undoes the decision to take back
/// @param activeSeconds how long the person worked on it, in seconds
@Schema(description = "What a person decides about an answer.")
public record DecisionRequest(
        @NotNull(message = REQUIRED) @Size(min = 1, max = 64, message = "is not 1 to 64 characters")
                String answerId,
        @NotNull(message = REQUIRED)
                @Pattern(
                        regexp = "accept|change|reject|add|query|reply|sign|undo",
                        message =
                                "is not one of accept, change, reject, add, query, reply, sign,"
                                        + " undo")
                @Schema(
                        enumeration = {
                            "accept", "change", "reject", "add", "query", "reply", "sign", "undo"
                        })
                String action,
        @Nullable
                @Pattern(
                        regexp = "CPT|HCPCS|ICD-10-CM",
                        message = "is not one of CPT, HCPCS, ICD-10-CM")
                String system,
        @Nullable @Size(min = 1, max = 8, message = "is not 1 to 8 characters") String code,
        @Valid @Nullable To to,
        @Nullable @Size(max = 32, message = "is longer than 32 characters") String reason,
        @Nullable @Size(max = 20, message = "has more than 20 elements")
                List<@NotNull(message = "is null") @Valid Range> evidence,
        @Nullable @Size(max = 50, message = "has more than 50 elements")
                List<
                                @NotNull(message = "is null")
                                @Size(max = 64, message = "is longer than 64 characters") String>
                        rules,
        @Nullable @Size(max = 4000, message = "is longer than 4000 characters") String text,
        @Nullable @Size(min = 1, max = 64, message = "is not 1 to 64 characters") String undoes,
        @Nullable
                @Min(value = 0, message = "is outside 0..86400")
                @Max(value = 86_400, message = "is outside 0..86400")
                @Schema(defaultValue = "0")
                Integer activeSeconds) {
    private static final String REQUIRED = "is required";
    private static final String NO_CODE = "is no code of the system";

    /// A line as it shall be billed.
    ///
    /// @param system the system of its code
    /// @param code its code
    /// @param units 1 where not told
    /// @param modifiers none where not told
    @Schema(name = "DecisionLine")
    public record To(
            @NotNull(message = REQUIRED)
                    @Pattern(
                            regexp = "CPT|HCPCS|ICD-10-CM",
                            message = "is not one of CPT, HCPCS, ICD-10-CM")
                    String system,
            @NotNull(message = REQUIRED)
                    @Size(min = 1, max = 8, message = "is not 1 to 8 characters")
                    String code,
            @Nullable
                    @Min(value = 1, message = "is outside 1..9999")
                    @Max(value = 9999, message = "is outside 1..9999")
                    @Schema(defaultValue = "1")
                    Integer units,
            @Nullable @Size(max = 4, message = "has more than 4 elements")
                    List<
                                    @NotNull(message = "is null")
                                    @Pattern(
                                            regexp = "[0-9A-Z]{2}",
                                            message = "is not two digits or capitals")
                                    String>
                            modifiers) {}

    /// A range of the note.
    ///
    /// @param start the first UTF-16 unit
    /// @param end the unit after the last
    @Schema(name = "DecisionEvidence")
    public record Range(
            @NotNull(message = REQUIRED) @Min(value = 0, message = "is below 0") Integer start,
            @NotNull(message = REQUIRED) @Min(value = 1, message = "is below 1") Integer end) {}

    @Override
    public String toString() {
        return "DecisionRequest[" + action + "]";
    }

    int seconds() {
        return activeSeconds == null ? 0 : activeSeconds;
    }

    /// What is decided.
    ///
    /// @throws ProblemException if the action lacks something, or has what it does not take
    CoderAction read() {
        var reading = new Reading();
        var read = reading.action();
        reading.check();
        return read.orElseThrow(
                () -> new ProblemException(Kind.INVALID.saying("The decision cannot be read.")));
    }

    /// Collects what is wrong.
    private final class Reading {
        private final List<At> wrong = new ArrayList<>();

        Optional<CoderAction> action() {
            refuseWhatIsNotTaken();
            return switch (action) {
                case "accept" -> line().map(CoderAction.Accept::new);
                case "change" -> {
                    var line = line();
                    var chosen = chosen();
                    var why = why();
                    yield line.flatMap(from ->
                            chosen.flatMap(into ->
                                    why.map(told -> new CoderAction.Change(from, into, told))));
                }
                case "reject" -> {
                    var line = line();
                    var why = why();
                    yield line.flatMap(from -> why.map(told -> new CoderAction.Reject(from, told)));
                }
                case "add" -> {
                    var chosen = chosen();
                    var why = why();
                    var spans = spans();
                    yield chosen.flatMap(
                            line -> why.map(told -> new CoderAction.Add(line, spans, told)));
                }
                case "query" ->
                        told("text", text)
                                .map(asked ->
                                        new CoderAction.Query(
                                                rules == null ? List.of() : rules, asked));
                case "reply" -> Optional.of(new CoderAction.Reply());
                case "sign" -> Optional.of(new CoderAction.Sign());
                case "undo" -> told("undoes", undoes).map(CoderAction.Undo::new);
                default -> Optional.empty();
            };
        }

        private void refuseWhatIsNotTaken() {
            refuse("system", system, "accept|change|reject");
            refuse("code", code, "accept|change|reject");
            refuse("to", to, "change|add");
            refuse("reason", reason, "change|reject|add");
            refuse("evidence", evidence, "add");
            refuse("rules", rules, "query");
            refuse("text", text, "query");
            refuse("undoes", undoes, "undo");
        }

        private void refuse(String field, @Nullable Object value, String takenBy) {
            if (value != null && !action.matches(takenBy)) {
                wrong.add(new At("/" + field, "is not taken by this action"));
            }
        }

        private Optional<Code> line() {
            var name = told("code", code);
            var of = told("system", system);
            return name.flatMap(value -> of.flatMap(known -> code("/code", known, value)));
        }

        private Optional<Code> code(String at, String known, String value) {
            var read = CodeName.read(known, value);
            if (read.isEmpty()) {
                wrong.add(new At(at, NO_CODE));
            }
            return read;
        }

        private Optional<ChosenLine> chosen() {
            return told("to", to)
                    .flatMap(line ->
                            code("/to/code", line.system(), line.code())
                                    .map(read ->
                                            new ChosenLine(
                                                    read,
                                                    line.units() == null ? 1 : line.units(),
                                                    line.modifiers() == null
                                                            ? List.of()
                                                            : line.modifiers())));
        }

        private Optional<OverrideReason> why() {
            return told("reason", reason)
                    .flatMap(label -> {
                        var read = OverrideReason.labelled(label);
                        if (read.isEmpty()) {
                            wrong.add(new At("/reason", "is none of the reasons"));
                        }
                        return read;
                    });
        }

        private List<Span> spans() {
            var spans = new ArrayList<Span>();
            for (int i = 0; evidence != null && i < evidence.size(); i++) {
                var range = evidence.get(i);
                if (range.end() > range.start()) {
                    spans.add(new Span(range.start(), range.end()));
                } else {
                    wrong.add(new At("/evidence/" + i, "does not end after its start"));
                }
            }
            return spans;
        }

        private <T> Optional<T> told(String field, @Nullable T value) {
            if (value == null) {
                wrong.add(new At("/" + field, REQUIRED));
                return Optional.empty();
            }
            return Optional.of(value);
        }

        void check() {
            if (!wrong.isEmpty()) {
                throw new ProblemException(
                        Kind.INVALID.at("Fields of the request break their constraints.", wrong));
            }
        }
    }
}
