package dev.superbill.workqueue;

import dev.superbill.failure.CodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every case of a tenant, built from its events in the order of the trail. Safe for use by many
/// threads.
public final class Casebook {
    private final Map<String, CodingCase> cases = new LinkedHashMap<>();

    /// Takes the next event of the trail. One about a case that is not known (its answer was
    /// erased), or one that its case does not take (two coders decided at once and this one came
    /// second), changes nothing.
    public synchronized void apply(CaseEvent event) {
        switch (event) {
            case CaseEvent.Answered(var answer) ->
                    cases.putIfAbsent(answer.id(), CodingCase.of(answer));
            case CaseEvent.Decided decided ->
                    cases.computeIfPresent(decided.answerId(), (_, known) -> after(known, decided));
            case CaseEvent.Denied denied ->
                    cases.computeIfPresent(denied.answerId(), (_, known) -> known.deny(denied));
        }
    }

    private static CodingCase after(CodingCase known, CaseEvent.Decided decided) {
        try {
            return known.decide(decided);
        } catch (CodingException _) {
            return known;
        }
    }

    /// The case of an answer.
    public synchronized Optional<CodingCase> find(String answerId) {
        return Optional.ofNullable(cases.get(answerId));
    }

    /// Every case, oldest answer first.
    public synchronized List<CodingCase> cases() {
        return List.copyOf(cases.values());
    }
}
