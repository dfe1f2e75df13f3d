package dev.superbill.workqueue;

import dev.superbill.code.Code;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// An answer and everything that people and payers did about it. A case is what its events make of
/// it: applying them again, in order, gives the same case.
///
/// @param answer the answer
/// @param standing the decisions that were not taken back, in order
/// @param history every decision, in order, those taken back and the taking back too
/// @param denials what payers denied
public record CodingCase(
        Answer answer,
        List<CaseEvent.Decided> standing,
        List<CaseEvent.Decided> history,
        List<CaseEvent.Denied> denials) {
    /// Copies.
    public CodingCase {
        standing = List.copyOf(standing);
        history = List.copyOf(history);
        denials = List.copyOf(denials);
    }

    /// The case of an answer that nobody has looked at.
    public static CodingCase of(Answer answer) {
        return new CodingCase(answer, List.of(), List.of(), List.of());
    }

    /// The case after a decision.
    ///
    /// @throws CodingException with `CONFLICT` if the case does not take the decision: it is
    ///   signed, the line is none of its lines, or what is to be undone is not the last decision
    ///   that stands
    public CodingCase decide(CaseEvent.Decided decided) {
        requireFits(decided.action());
        var all = new ArrayList<>(history);
        all.add(decided);
        var stand = new ArrayList<>(standing);
        if (decided.action() instanceof CoderAction.Undo) {
            stand.removeLast();
        } else {
            stand.add(decided);
        }
        return new CodingCase(answer, stand, all, denials);
    }

    /// The case after a denial.
    public CodingCase deny(CaseEvent.Denied denied) {
        var all = new ArrayList<>(denials);
        all.add(denied);
        return new CodingCase(answer, standing, history, all);
    }

    private void requireFits(CoderAction action) {
        switch (action) {
            case CoderAction.Undo(var id) -> {
                if (standing.isEmpty() || !standing.getLast().id().equals(id)) {
                    throw conflict("Only the last decision that stands can be undone.");
                }
            }
            case CoderAction.Accept(var line) -> requireLine(line);
            case CoderAction.Change(var line, var to, _) -> {
                requireLine(line);
                requireFree(line, to.code());
            }
            case CoderAction.Reject(var line, _) -> requireLine(line);
            case CoderAction.Add(var line, _, _) -> {
                requireUnsigned();
                requireFree(line.code(), line.code());
                if (lineOf(line.code()).isPresent()) {
                    throw conflict("The case has a line of that code: accept or change it.");
                }
            }
            case CoderAction.Query _ -> requireUnsigned();
            case CoderAction.Reply _ -> {
                if (status() != CaseStatus.QUERIED) {
                    throw conflict("The author was not asked.");
                }
            }
            case CoderAction.Sign _ -> {
                requireUnsigned();
                if (lines().stream().noneMatch(line -> line.state().billed())) {
                    throw conflict("No line was accepted, changed or added: there is no claim.");
                }
                // Nobody decides on what is kept from view.
                if (answer.visibility() == Answer.Visibility.SHOWN
                        && lines().stream().anyMatch(line -> line.state() == CaseLine.State.OPEN)) {
                    throw conflict("A line is not decided yet.");
                }
            }
        }
    }

    private void requireUnsigned() {
        if (status() == CaseStatus.SIGNED) {
            throw conflict("The claim is signed: undo the signature first.");
        }
    }

    private void requireLine(Code line) {
        requireUnsigned();
        if (lineOf(line).isEmpty()) {
            throw conflict("The case has no line of that code.");
        }
    }

    /// No two lines are billed with one code.
    private void requireFree(Code line, Code wanted) {
        for (var other : lines()) {
            if (!other.line().equals(line)
                    && other.state() != CaseLine.State.REJECTED
                    && other.chosen().code().equals(wanted)) {
                throw conflict("Another line of the case has that code.");
            }
        }
    }

    private static CodingException conflict(String why) {
        return new CodingException(Fault.CONFLICT, why);
    }

    /// The lines, those suggested first, and what became of each. Suggestions that are kept from
    /// view are none of the case's lines.
    public List<CaseLine> lines() {
        SequencedMap<Code, CaseLine> lines = new LinkedHashMap<>();
        for (var suggested : shown()) {
            lines.put(
                    suggested.code(),
                    new CaseLine(
                            suggested.code(),
                            suggested.chosen(),
                            CaseLine.State.OPEN,
                            List.of(suggested),
                            List.of(),
                            ""));
        }
        for (var decided : standing) {
            apply(decided, lines);
        }
        return List.copyOf(lines.values());
    }

    /// What a coder who does not see suggestions bills is their own.
    private List<Answer.Line> shown() {
        return switch (answer.visibility()) {
            case SHOWN -> answer.lines();
            case HIDDEN -> List.of();
        };
    }

    private static void apply(CaseEvent.Decided decided, SequencedMap<Code, CaseLine> lines) {
        switch (decided.action()) {
            case CoderAction.Accept(var code) ->
                    lines.computeIfPresent(
                            code,
                            (_, line) ->
                                    line.suggested().isEmpty()
                                            ? line
                                            : decidedLine(
                                                    line,
                                                    line.suggested().getFirst().chosen(),
                                                    CaseLine.State.ACCEPTED,
                                                    List.of(),
                                                    decided));
            case CoderAction.Change(var code, var to, var reason) ->
                    lines.computeIfPresent(
                            code,
                            (_, line) ->
                                    decidedLine(
                                            line,
                                            to,
                                            line.suggested().isEmpty()
                                                    ? CaseLine.State.ADDED
                                                    : CaseLine.State.CHANGED,
                                            List.of(reason),
                                            decided));
            case CoderAction.Reject(var code, var reason) ->
                    lines.computeIfPresent(
                            code,
                            (_, line) ->
                                    decidedLine(
                                            line,
                                            line.chosen(),
                                            CaseLine.State.REJECTED,
                                            List.of(reason),
                                            decided));
            case CoderAction.Add(var added, _, var reason) ->
                    lines.put(
                            added.code(),
                            new CaseLine(
                                    added.code(),
                                    added,
                                    CaseLine.State.ADDED,
                                    List.of(),
                                    List.of(reason),
                                    decided.user()));
            case CoderAction.Query _,
                    CoderAction.Reply _,
                    CoderAction.Sign _,
                    CoderAction.Undo _ -> {
                // They are about no line.
            }
        }
    }

    private static CaseLine decidedLine(
            CaseLine line,
            ChosenLine chosen,
            CaseLine.State state,
            List<OverrideReason> reason,
            CaseEvent.Decided decided) {
        return new CaseLine(line.line(), chosen, state, line.suggested(), reason, decided.user());
    }

    private Optional<CaseLine> lineOf(Code code) {
        return lines().stream().filter(line -> line.line().equals(code)).findFirst();
    }

    /// How far it is.
    public CaseStatus status() {
        for (var decided : standing.reversed()) {
            switch (decided.action()) {
                case CoderAction.Sign _ -> {
                    return CaseStatus.SIGNED;
                }
                case CoderAction.Query _ -> {
                    return CaseStatus.QUERIED;
                }
                case CoderAction.Reply _ -> {
                    return CaseStatus.OPEN;
                }
                case CoderAction.Accept _,
                        CoderAction.Change _,
                        CoderAction.Reject _,
                        CoderAction.Add _,
                        CoderAction.Undo _ -> {
                    // They leave the case where it is.
                }
            }
        }
        return CaseStatus.OPEN;
    }

    /// The signature that stands.
    public Optional<CaseEvent.Decided> signature() {
        return standing.reversed().stream()
                .filter(decided -> decided.action() instanceof CoderAction.Sign)
                .findFirst();
    }

    /// The lines on the claim: what is accepted, changed or added.
    public List<CaseLine> billed() {
        return lines().stream().filter(line -> line.state().billed()).toList();
    }

    /// How long people worked on it, in seconds.
    public int activeSeconds() {
        return history.stream().mapToInt(CaseEvent.Decided::activeSeconds).sum();
    }

    /// When something happened to it last.
    public Instant lastChange() {
        return history.isEmpty() ? answer.time() : history.getLast().time();
    }
}
