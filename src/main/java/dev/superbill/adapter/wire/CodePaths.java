package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.audit.Role;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSearch;
import dev.superbill.codeset.CodeSets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Codes by words, and one by one.
final class CodePaths implements PathGroup {
    private final Suggester suggester;

    CodePaths(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        var codeSets = turn.pipeline().codeSets();
        if (call.path().equals(Api.SEARCH)) {
            call.requireReading(Role.values());
            return Optional.of(search(SearchRequest.of(call, suggester.today()), codeSets));
        }
        if (call.path().startsWith(Api.CODES)) {
            var parts = call.path().substring(Api.CODES.length()).split("/", -1);
            if (parts.length == 2) {
                call.requireReading(Role.values());
                return Optional.of(code(codeSets, parts[0], parts[1], call.query("date")));
            }
        }
        return Optional.empty();
    }

    /// A system without an edition on the date is left out with a warning, unless that leaves none.
    private static Reply search(SearchRequest request, CodeSets codeSets) {
        var search = new CodeSearch(codeSets);
        var uncovered = search.uncovered(request.systems(), request.date());
        if (uncovered.containsAll(request.systems())) {
            var labels = uncovered.stream().map(CodeSystem::label).toList();
            throw new ProblemException(
                    Kind.NO_EDITION
                            .at(
                                    "Editions of "
                                            + String.join(", ", labels)
                                            + " are loaded for other dates.",
                                    List.of(
                                            new At(
                                                    "/date",
                                                    "is covered by no loaded edition of what is"
                                                            + " searched")))
                            .naming(Problem.Edition.of(labels, codeSets)));
        }
        var page =
                search.search(
                        new CodeSearch.Wanted(
                                request.query(),
                                request.systems(),
                                request.date(),
                                request.from(),
                                request.limit()));
        return Reply.of(200, SearchAnswer.of(request, page, uncovered));
    }

    private Reply code(CodeSets codeSets, String systemLabel, String value, List<String> dates) {
        var date =
                switch (dates.size()) {
                    case 0 -> suggester.today();
                    case 1 -> Dates.read(dates.getFirst()).orElseThrow(CodePaths::badDate);
                    default -> throw badDate();
                };
        return find(codeSets, systemLabel, value, date)
                .map(entry -> Reply.of(200, CodeAnswer.of(entry, date)))
                .orElseThrow(() ->
                        new ProblemException(
                                Kind.UNKNOWN_CODE.saying(
                                        "Codes are at /v1/codes/{CPT, HCPCS or"
                                                + " ICD-10-CM}/{code}.")));
    }

    private static Optional<CodeEntry> find(
            CodeSets codeSets, String systemLabel, String value, LocalDate date) {
        var system = CodeSystem.labelled(systemLabel);
        if (system.isEmpty()) {
            return Optional.empty();
        }
        Code code;
        try {
            code = Code.of(system.get(), value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return codeSets.describe(code, date);
    }

    private static ProblemException badDate() {
        return new ProblemException(
                Kind.INVALID.saying("The parameter date is one date such as 2026-06-15."));
    }
}
