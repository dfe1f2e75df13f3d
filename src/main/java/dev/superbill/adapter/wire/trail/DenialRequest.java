package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.code.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/denials`, as sent.
///
/// @param answerId the answer whose claim was denied
/// @param lines the lines denied, as billed; the whole claim where not told
/// @param group the claim adjustment group code
/// @param carc the claim adjustment reason code
/// @param rarcs remittance advice remark codes
/// @param amountCents the amount denied, in cents
@Schema(description = "What a payer denied.")
public record DenialRequest(
        @NotNull(message = REQUIRED) @Size(min = 1, max = 64, message = "is not 1 to 64 characters")
                String answerId,
        @Nullable @Size(max = 100, message = "has more than 100 elements")
                List<@NotNull(message = "is null") @Valid CodeName> lines,
        @NotNull(message = REQUIRED)
                @Pattern(regexp = "CO|PR|OA|PI", message = "is not one of CO, PR, OA, PI")
                @Schema(enumeration = {"CO", "PR", "OA", "PI"})
                String group,
        @NotNull(message = REQUIRED)
                @Pattern(regexp = "[A-Z]?[0-9]{1,3}", message = "is no reason code")
                @Schema(examples = "97")
                String carc,
        @Nullable @Size(max = 20, message = "has more than 20 elements")
                List<
                                @NotNull(message = "is null")
                                @Pattern(
                                        regexp = "[MN][A0-9][0-9]{0,3}",
                                        message = "is no remark code")
                                String>
                        rarcs,
        @Nullable
                @Min(value = 0, message = "is outside 0..100000000000")
                @Max(value = 100_000_000_000L, message = "is outside 0..100000000000")
                Long amountCents) {
    private static final String REQUIRED = "is required";

    /// What was denied.
    ///
    /// @throws ProblemException if a line is no code
    Desk.Denial read() {
        var codes = new ArrayList<Code>();
        var wrong = new ArrayList<At>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            var code = lines.get(i).read();
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                wrong.add(new At("/lines/" + i + "/code", "is no code of the system"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Kind.INVALID.at("Fields of the request break their constraints.", wrong));
        }
        return new Desk.Denial(
                codes,
                carc,
                group,
                rarcs == null ? List.of() : rarcs,
                amountCents == null ? 0 : amountCents);
    }
}
