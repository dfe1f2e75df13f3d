package dev.superbill.rule;

/// What a rule reports.
///
/// @param ruleId the rule's permanent id, such as `ncci-ptp`
/// @param severity how much it weighs
/// @param line the number of the line, or the pointer of the diagnosis, that it is about; 0 where
///   it is about a code wherever it stands, or about the whole claim
/// @param subject the code that it is about, as printed; empty where it is about the whole claim
/// @param message what is wrong, without note text
/// @param source the publication and its effective date
/// @param remedy what would put it right; empty where nothing would
public record Finding(
        String ruleId,
        Severity severity,
        int line,
        String subject,
        String message,
        String source,
        String remedy) {
    /// About a code wherever it stands.
    public Finding(
            String ruleId,
            Severity severity,
            String subject,
            String message,
            String source,
            String remedy) {
        this(ruleId, severity, 0, subject, message, source, remedy);
    }

    /// About one line or diagnosis of the claim.
    public static Finding on(
            ClaimLine line,
            String ruleId,
            Severity severity,
            String message,
            String source,
            String remedy) {
        return new Finding(ruleId, severity, line.number(), line.code(), message, source, remedy);
    }

    /// About the whole claim.
    public static Finding onClaim(
            String ruleId, Severity severity, String message, String source, String remedy) {
        return new Finding(ruleId, severity, 0, "", message, source, remedy);
    }

    /// Whether this is about the whole claim.
    public boolean general() {
        return subject.isEmpty();
    }
}
