package dev.superbill.rule.payment;

import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Severity;
import java.util.Optional;

/// What a fee schedule indicator for a second or further surgeon says of a line.
///
/// @param severity how much it weighs
/// @param message what it says
/// @param remedy what would put it right
record SeveralSurgeons(Severity severity, String message, String remedy) {
    /// Of co-surgeons and teams: 0 not permitted, 1 with records, 2 permitted, 9 not applicable.
    ///
    /// @param who such as `co-surgeons`
    static Optional<SeveralSurgeons> of(
            String indicator, String who, String modifier, ClaimLine line, Claim claim) {
        return switch (indicator) {
            case "0" ->
                    Optional.of(
                            new SeveralSurgeons(
                                    Medicare.denied(claim),
                                    who
                                            + " are not permitted for "
                                            + line.code()
                                            + " (indicator 0)",
                                    "leave " + modifier + " out"));
            case "1" ->
                    Optional.of(
                            new SeveralSurgeons(
                                    Severity.WARN,
                                    who
                                            + " are paid for "
                                            + line.code()
                                            + " only where records show the need (indicator 1)",
                                    "send the operative report that shows it"));
            case "9" ->
                    Optional.of(
                            new SeveralSurgeons(
                                    Medicare.denied(claim),
                                    who + " do not apply to " + line.code() + " (indicator 9)",
                                    "leave " + modifier + " out"));
            default -> Optional.empty();
        };
    }
}
