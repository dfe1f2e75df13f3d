package dev.superbill.adapter.wire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/suggestions`, as sent: what is `null` was not told. [RequestReader] checks
/// it.
///
/// @param encounter the visit
/// @param note the note
/// @param options what is asked for
@Schema(description = "A clinical note and the facts of its encounter.")
public record SuggestionRequest(
        @NotNull(message = REQUIRED) @Valid Encounter encounter,
        @NotNull(message = REQUIRED) @Valid Note note,
        @Valid @Nullable Options options) {
    static final String REQUIRED = "is required";
    static final String PROCEDURE = "[0-9]{4}[0-9FTUMA]|[A-Z][0-9]{4}";
    private static final String SHORT_TEXT = "is longer than 64 characters";

    /// The visit that the note documents.
    ///
    /// @param serviceDate picks the edition of every code set
    /// @param placeOfService a CMS place of service code
    /// @param payer the payer's short name
    /// @param specialty the clinician's specialty
    /// @param department the clinic's department
    /// @param patient what is told of the patient
    /// @param claimType whose claim it is
    /// @param providerRole the role of the billing clinician
    /// @param jurisdiction the Medicare contractor's jurisdiction
    /// @param totalMinutes the clinician's time on that date
    /// @param globalPeriod an earlier procedure whose global period may still run
    /// @param sameDayLines lines already billed for that day
    @Schema(name = "Encounter")
    public record Encounter(
            @NotNull(message = REQUIRED) @Schema(examples = "2026-06-15") LocalDate serviceDate,
            @Nullable
                    @Pattern(regexp = "[0-9]{2}", message = "is not two digits")
                    @Schema(examples = "22")
                    String placeOfService,
            @Nullable @Size(max = 64, message = SHORT_TEXT) @Schema(examples = "medicare")
                    String payer,
            @Nullable @Size(max = 64, message = SHORT_TEXT) @Schema(examples = "gastroenterology")
                    String specialty,
            @Nullable @Size(max = 64, message = SHORT_TEXT) @Schema(examples = "endoscopy")
                    String department,
            @Valid @Nullable Patient patient,
            @Nullable
                    @Pattern(
                            regexp = "professional|facility",
                            message = "is neither professional nor facility")
                    @Schema(
                            enumeration = {"professional", "facility"},
                            defaultValue = "professional")
                    String claimType,
            @Nullable @Size(max = 64, message = SHORT_TEXT) @Schema(examples = "performing")
                    String providerRole,
            @Nullable @Size(max = 64, message = SHORT_TEXT) String jurisdiction,
            @Nullable
                    @Min(value = 0, message = "is outside 0..1440")
                    @Max(value = 1440, message = "is outside 0..1440")
                    Integer totalMinutes,
            @Valid @Nullable GlobalPeriod globalPeriod,
            @Nullable @Size(max = 100, message = "has more than 100 elements")
                    List<@NotNull(message = "is null") @Valid SameDayLine> sameDayLines) {
        @Override
        public String toString() {
            return "Encounter[]";
        }
    }

    /// The patient.
    ///
    /// @param ageYears whole years on the service date
    /// @param sex as recorded for the claim
    /// @param established whether the group has seen the patient in the past three years
    @Schema(name = "Patient")
    public record Patient(
            @Nullable
                    @Min(value = 0, message = "is outside 0..130")
                    @Max(value = 130, message = "is outside 0..130")
                    Integer ageYears,
            @Nullable
                    @Pattern(
                            regexp = "female|male|other",
                            message = "is not one of female, male, other")
                    @Schema(enumeration = {"female", "male", "other"})
                    String sex,
            @Nullable Boolean established) {
        @Override
        public String toString() {
            return "Patient[]";
        }
    }

    /// An earlier procedure whose global period may still run.
    ///
    /// @param code a CPT or HCPCS code
    /// @param date when it was done
    @Schema(name = "GlobalPeriod")
    public record GlobalPeriod(
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = PROCEDURE, message = "is no CPT or HCPCS code")
                    @Schema(examples = "47562")
                    String code,
            @NotNull(message = REQUIRED) LocalDate date) {}

    /// A line already billed by the same provider for the same patient and day.
    ///
    /// @param code a CPT or HCPCS code
    /// @param units 1 where not told
    /// @param modifiers none where not told
    @Schema(name = "SameDayLine")
    public record SameDayLine(
            @NotNull(message = REQUIRED)
                    @Pattern(regexp = PROCEDURE, message = "is no CPT or HCPCS code")
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

    /// The note.
    ///
    /// @param id the caller's name for it
    /// @param text the text, from which evidence is quoted
    @Schema(name = "Note")
    public record Note(
            @Nullable
                    @Size(max = 200, message = "is longer than 200 characters")
                    @Schema(examples = "n1")
                    String id,
            @NotNull(message = REQUIRED)
                    @Schema(minLength = 1, maxLength = 100_000, examples = "PROCEDURE: ...")
                    String text) {
        @Override
        public String toString() {
            return "Note[]";
        }
    }

    /// What the caller asks for.
    ///
    /// @param systems the code systems wanted, all where not told
    /// @param maxLines the most lines answered
    /// @param quotes whether evidence quotes the note or only points into it
    /// @param audit whether the answer goes to the audit trail
    /// @param classifier whether the classifier may run
    @Schema(name = "Options")
    public record Options(
            @Nullable
                    @Size(min = 1, max = 3, message = "has not 1 to 3 elements")
                    @Schema(examples = "[\"CPT\", \"HCPCS\", \"ICD-10-CM\"]")
                    List<
                                    @NotNull(message = "is null")
                                    @Pattern(
                                            regexp = "CPT|HCPCS|ICD-10-CM",
                                            message = "is not one of CPT, HCPCS, ICD-10-CM")
                                    String>
                            systems,
            @Nullable
                    @Min(value = 1, message = "is outside 1..100")
                    @Max(value = 100, message = "is outside 1..100")
                    @Schema(defaultValue = "20")
                    Integer maxLines,
            @Nullable @Schema(defaultValue = "true") Boolean quotes,
            @Nullable @Schema(defaultValue = "true") Boolean audit,
            @Nullable
                    @Pattern(regexp = "default|none", message = "is neither default nor none")
                    @Schema(
                            enumeration = {"default", "none"},
                            defaultValue = "default")
                    String classifier) {}
}
