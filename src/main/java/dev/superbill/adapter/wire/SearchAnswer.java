package dev.superbill.adapter.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.CodeSearch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The codes that words find, best first: the very code, then codes that may be reported, then
/// headers of ICD-10-CM.
///
/// @param query the words
/// @param date the service date searched on
/// @param items a page of codes
/// @param next the cursor of the next page; absent on the last one
/// @param warnings the systems that could not be searched; absent where there is none
@Schema(description = "A page of the codes that words find, best first.")
public record SearchAnswer(
        String query,
        LocalDate date,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Warning> warnings) {
    /// Copies.
    public SearchAnswer {
        items = List.copyOf(items);
        warnings = warnings == null ? null : List.copyOf(warnings);
    }

    /// A code found.
    ///
    /// @param description in our own words, or official ones
    /// @param status active, future or retired on the date
    /// @param billable false for a header of ICD-10-CM
    /// @param score 1 for the very code, otherwise below
    /// @param group the siblings that a coder chooses among
    @Schema(name = "CodeFound")
    public record Item(
            String system,
            String code,
            String description,
            @Schema(enumeration = {"active", "future", "retired"}) String status,
            boolean billable,
            double score,
            @Nullable String group) {}

    /// A system that was not searched.
    @Schema(name = "SearchWarning")
    public record Warning(String system, String detail) {}

    static SearchAnswer of(
            SearchRequest request, CodeSearch.Page page, Collection<CodeSystem> uncovered) {
        var date = request.date();
        return new SearchAnswer(
                request.query(),
                date,
                page.hits().stream().map(hit -> item(hit, date)).toList(),
                page.next() == 0 ? null : request.cursor(page.next()),
                uncovered.isEmpty() ? null : warnings(uncovered, date));
    }

    private static List<Warning> warnings(Collection<CodeSystem> uncovered, LocalDate date) {
        return uncovered.stream()
                .map(CodeSystem::label)
                .map(label ->
                        new Warning(
                                label, "No loaded edition of " + label + " covers " + date + "."))
                .toList();
    }

    private static Item item(CodeSearch.Hit hit, LocalDate date) {
        var entry = hit.entry();
        return new Item(
                entry.code().system().label(),
                entry.code().value(),
                entry.description(),
                CodeAnswer.status(entry, date),
                entry.billing() == Billing.BILLABLE,
                hit.score(),
                entry.group().isEmpty() ? null : entry.group());
    }
}
