package dev.superbill.adapter.wire.trail;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// A code by system and value.
///
/// @param system CPT, HCPCS or ICD-10-CM
/// @param code the code
public record CodeName(
        @NotNull(message = "is required")
                @Pattern(
                        regexp = "CPT|HCPCS|ICD-10-CM",
                        message = "is not one of CPT, HCPCS, ICD-10-CM")
                String system,
        @NotNull(message = "is required")
                @Size(min = 1, max = 8, message = "is not 1 to 8 characters")
                String code) {
    static CodeName of(Code code) {
        return new CodeName(code.system().label(), code.value());
    }

    /// The code, where its value has the form of the system's codes.
    Optional<Code> read() {
        return read(system, code);
    }

    static Optional<Code> read(String system, String value) {
        try {
            return CodeSystem.labelled(system).map(known -> Code.of(known, value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
