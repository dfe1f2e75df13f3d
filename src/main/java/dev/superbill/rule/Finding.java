package dev.superbill.rule;

/// What a rule reports.
///
/// @param ruleId the rule's permanent id, such as `ncci-ptp`
/// @param severity how much it weighs
/// @param subject the code of the line it is about, as printed; empty where it is about the whole
///   claim
/// @param message what is wrong, without note text
/// @param source the publication and its effective date
/// @param remedy what would put it right; empty where nothing would
public record Finding(
        String ruleId,
        Severity severity,
        String subject,
        String message,
        String source,
        String remedy) {
    /// Whether this is about the whole claim.
    public boolean general() {
        return subject.isEmpty();
    }
}
