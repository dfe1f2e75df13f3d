package dev.superbill.adapter.wire.analytics;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CodingCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a call for figures asks for: which cases count.
///
/// @param from the first service date
/// @param to the last service date
/// @param start from when on a pilot's after counts, one element; empty for hidden against shown
/// @param names what else the cases have in common, by parameter
record AnalyticsRequest(
        LocalDate from, LocalDate to, List<LocalDate> start, Map<String, String> names) {
    private static final int MOST_CHARACTERS = 200;
    private static final int DATE_LENGTH = 10;
    private static final List<String> NAMES = List.of("payer", "specialty", "department", "coder");

    AnalyticsRequest {
        start = List.copyOf(start);
        names = Map.copyOf(names);
    }

    /// Reads the parameters.
    ///
    /// @throws ProblemException if one of them breaks its constraint; all that do are told
    static AnalyticsRequest of(Map<String, List<String>> query) {
        var wrong = new ArrayList<At>();
        var from = date(query, "from", wrong);
        var to = date(query, "to", wrong);
        var start = date(query, "start", wrong);
        var names = new HashMap<String, String>();
        for (var name : NAMES) {
            one(query, name, "is one name of 1 to 200 characters", AnalyticsRequest::name, wrong)
                    .ifPresent(value -> names.put(name, value));
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            wrong.add(new At("/to", "is not before from"));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Kind.INVALID.at("A parameter of the call breaks its constraint.", wrong));
        }
        return new AnalyticsRequest(
                from.orElse(LocalDate.MIN),
                to.orElse(LocalDate.MAX),
                start.stream().toList(),
                names);
    }

    private static Optional<LocalDate> date(
            Map<String, List<String>> query, String name, List<At> wrong) {
        return one(query, name, "is one date such as 2026-06-15", AnalyticsRequest::date, wrong);
    }

    private static Optional<LocalDate> date(String text) {
        if (text.length() != DATE_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String text) {
        return Optional.of(text)
                .filter(name -> !name.isBlank() && name.length() <= MOST_CHARACTERS);
    }

    private static <T> Optional<T> one(
            Map<String, List<String>> query,
            String name,
            String constraint,
            Function<String, Optional<T>> read,
            List<At> wrong) {
        var values = query.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var value = values.size() == 1 ? read.apply(values.getFirst()) : Optional.<T>empty();
        if (value.isEmpty()) {
            wrong.add(new At("/" + name, constraint));
        }
        return value;
    }

    /// The cases that count, in their order.
    List<CodingCase> of(List<CodingCase> cases) {
        return cases.stream().filter(this::counts).toList();
    }

    private boolean counts(CodingCase coding) {
        var answer = coding.answer();
        return !answer.serviceDate().isBefore(from)
                && !answer.serviceDate().isAfter(to)
                && is("payer", answer, Answer::payer)
                && is("specialty", answer, Answer::specialty)
                && is("department", answer, Answer::department)
                && is("coder", coding, AnalyticsRequest::coder);
    }

    /// Who signed; whoever decided last where nobody has.
    private static String coder(CodingCase coding) {
        return coding.signature()
                .or(() ->
                        coding.history().isEmpty()
                                ? Optional.empty()
                                : Optional.of(coding.history().getLast()))
                .map(CaseEvent.Decided::user)
                .orElse("");
    }

    private <T> boolean is(String name, T one, Function<T, String> told) {
        var wanted = names.get(name);
        return wanted == null || wanted.equals(told.apply(one));
    }
}
