package dev.superbill.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/// Findings of the HIPAA pack that are known and stay, each on one resource and with its reason.
final class Acknowledged {
    private Acknowledged() {}

    /// Takes note of a finding.
    ///
    /// @param resource what it is about
    /// @param rule the rule's name without `HIPAA.Security-`
    /// @param reason why it stays
    static void finding(IConstruct resource, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                resource,
                List.of(
                        NagPackSuppression.builder()
                                .id("HIPAA.Security-" + rule)
                                .reason(reason)
                                .build()));
    }
}
