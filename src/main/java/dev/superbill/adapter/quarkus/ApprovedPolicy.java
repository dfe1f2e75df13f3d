package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.analytics.PolicyText;
import dev.superbill.decision.Policy;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the policy that an operator named. One that cannot be read, or that nobody approved, stops
/// the start: an operator who names a policy relies on it.
final class ApprovedPolicy {
    private ApprovedPolicy() {}

    static Policy read(Path file) {
        try {
            var policy = PolicyText.read(Files.readString(file));
            if (policy.approvedBy().isBlank()) {
                throw new ConfigurationException(
                        "superbill.policy: nobody has approved "
                                + file
                                + ": fill in approvedBy and approvedOn");
            }
            return policy;
        } catch (IOException _) {
            throw new ConfigurationException("superbill.policy: " + file + " cannot be read");
        } catch (ProblemException e) {
            throw new ConfigurationException(
                    "superbill.policy: " + file + " is no policy: " + e.problem().detail());
        }
    }
}
