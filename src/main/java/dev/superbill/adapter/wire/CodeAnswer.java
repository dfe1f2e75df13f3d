package dev.superbill.adapter.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.superbill.code.Code;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the loaded code sets say of a code on a date.
///
/// @param system CPT, HCPCS or ICD-10-CM
/// @param code the code
/// @param description in our own words, or the operator's licensed ones
/// @param date the service date asked about
/// @param status active on that date, future or retired
/// @param activeFrom the first service date; null where it is not recorded
/// @param activeTo the last service date, null where no end is set
/// @param predecessors what it replaced
/// @param successors what replaces it
/// @param group the siblings that a coder chooses among
/// @param serviceFamily the CMS RBCS service family
/// @param fees the fee schedule's indicators
/// @param mue the medically unlikely edit
/// @param addOn whether it is an add-on, and to what
/// @param appendixS the Appendix S class
/// @param interpretation whether a separate signed interpretation and report is part of it
/// @param side the side that the code itself names
/// @param remark what is uncertain about the entry
@Schema(description = "One code on a date.")
public record CodeAnswer(
        String system,
        String code,
        String description,
        LocalDate date,
        @Schema(enumeration = {"active", "future", "retired"}) String status,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        List<Reference> predecessors,
        List<Reference> successors,
        @Nullable String group,
        @Nullable String serviceFamily,
        Fees fees,
        @Nullable Mue mue,
        AddOnTo addOn,
        @Nullable AppendixSClass appendixS,
        @Schema(enumeration = {"required", "not_required"}) String interpretation,
        @Schema(enumeration = {"not_sided", "unspecified", "left", "right", "bilateral"})
                String side,
        @Nullable String remark) {
    private static final double HUNDREDTHS = 100;

    /// Copies.
    public CodeAnswer {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }

    /// Another code.
    @Schema(name = "CodeReference")
    public record Reference(String system, String code) {
        static Reference to(Code code) {
            return new Reference(code.system().label(), code.value());
        }
    }

    /// The Medicare fee schedule's indicators, as it spells them; empty where it does not list the
    /// code.
    @Schema(name = "FeeIndicators")
    public record Fees(
            String status,
            String globalDays,
            String pcTc,
            String multipleProcedure,
            String bilateral,
            String assistant,
            double workRvu) {}

    /// A medically unlikely edit.
    ///
    /// @param units the most units
    /// @param adjudication the MAI
    @Schema(name = "Mue")
    public record Mue(int units, int adjudication) {}

    /// Whether the code is an add-on.
    ///
    /// @param type no, any primary that the payer accepts, one of those listed, or one of those
    ///   listed and others that the payer accepts
    /// @param primaries those listed
    @Schema(name = "AddOn")
    public record AddOnTo(
            @Schema(enumeration = {"no", "any", "listed", "listed_or_other"}) String type,
            List<Reference> primaries) {
        /// Copies.
        public AddOnTo {
            primaries = List.copyOf(primaries);
        }
    }

    /// A place in Appendix S.
    @Schema(name = "AppendixSClass")
    public record AppendixSClass(
            @JsonProperty("class") String workClass, String basis, int edition) {}

    static CodeAnswer of(CodeEntry entry, LocalDate date) {
        var fees = entry.fees();
        return new CodeAnswer(
                entry.code().system().label(),
                entry.code().value(),
                entry.description(),
                date,
                status(entry, date),
                entry.activeFrom().equals(CodeEntry.ALWAYS_FROM) ? null : entry.activeFrom(),
                entry.activeTo().equals(CodeEntry.ALWAYS_TO) ? null : entry.activeTo(),
                entry.predecessors().stream().map(Reference::to).toList(),
                entry.successors().stream().map(Reference::to).toList(),
                orNull(entry.group()),
                orNull(entry.serviceFamily()),
                new Fees(
                        fees.status(),
                        fees.globalDays(),
                        fees.pcTc(),
                        fees.multipleProcedure(),
                        fees.bilateral(),
                        fees.assistant(),
                        fees.workRvu() / HUNDREDTHS),
                entry.mue()
                        .told()
                        .map(mue -> new Mue(mue.units(), mue.adjudication()))
                        .orElse(null),
                addOn(entry.addOn()),
                entry.appendixS()
                        .told()
                        .map(work ->
                                new AppendixSClass(
                                        work.workClass().label(),
                                        work.basis().label(),
                                        work.edition()))
                        .orElse(null),
                lower(entry.interpretation()),
                lower(entry.side()),
                orNull(entry.remark()));
    }

    static String status(CodeEntry entry, LocalDate date) {
        if (entry.activeOn(date)) {
            return "active";
        }
        return date.isBefore(entry.activeFrom()) ? "future" : "retired";
    }

    private static AddOnTo addOn(AddOn addOn) {
        return switch (addOn) {
            case AddOn.No _ -> new AddOnTo("no", List.of());
            case AddOn.ToAny _ -> new AddOnTo("any", List.of());
            case AddOn.ToThese(var primaries) ->
                    new AddOnTo("listed_or_other", primaries.stream().map(Reference::to).toList());
            case AddOn.To(var primaries) ->
                    new AddOnTo("listed", primaries.stream().map(Reference::to).toList());
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
