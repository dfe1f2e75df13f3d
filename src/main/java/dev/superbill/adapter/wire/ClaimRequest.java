package dev.superbill.adapter.wire;

import static dev.superbill.adapter.wire.SuggestionRequest.PROCEDURE;
import static dev.superbill.adapter.wire.SuggestionRequest.REQUIRED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/claims/validate`, as sent: what is `null` was not told.
///
/// @param encounter the visit
/// @param note the note, so that its support of each code is checked too
/// @param lines the procedures chosen
/// @param diagnoses the diagnoses chosen, in the order that lines point to
@Schema(description = "Codes that a person chose, to be checked as they stand.")
public record ClaimRequest(
        @NotNull(message = REQUIRED) @Valid SuggestionRequest.Encounter encounter,
        @Valid SuggestionRequest.@Nullable Note note,
        @NotNull(message = REQUIRED)
                @Size(min = 1, max = 100, message = "has not 1 to 100 elements")
                List<@NotNull(message = "is null") @Valid Line> lines,
        @Nullable @Size(max = 25, message = "has more than 25 elements")
                List<@NotNull(message = "is null") @Valid Diagnosis> diagnoses) {
    private static final String ICD_10_CM = "[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?";

    @Override
    public String toString() {
        return "ClaimRequest[]";
    }

    /// A procedure line.
    ///
    /// @param code a CPT or HCPCS code
    /// @param units 1 where not told
    /// @param modifiers none where not told
    /// @param diagnosisPointers the places of its diagnoses, from 1; all of them where not told
    @Schema(name = "ChosenLine")
    public record Line(
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = PROCEDURE, message = "is no CPT or HCPCS code")
                    @Schema(examples = "47562")
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
                            modifiers,
            @Nullable @Size(max = 12, message = "has more than 12 elements")
                    List<
                                    @NotNull(message = "is null")
                                    @Min(value = 1, message = "is outside 1..25")
                                    @Max(value = 25, message = "is outside 1..25") Integer>
                            diagnosisPointers) {}

    /// A diagnosis.
    ///
    /// @param code an ICD-10-CM code, with or without its dot
    @Schema(name = "ChosenDiagnosis")
    public record Diagnosis(
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = ICD_10_CM, message = "is no ICD-10-CM code")
                    @Schema(examples = "K80.10")
                    String code) {}
}
