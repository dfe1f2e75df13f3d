package dev.superbill.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.s3.Bucket;

class HipaaPackTest {
    private static final int SHORTEST_REASON = 30;

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void noFindingIsLeftUnacknowledged(Deployment deployment) {
        assertThat(deployment.stacks()).flatExtracting(HipaaPackTest::findings).isEmpty();
    }

    @Test
    void aFindingWouldBeFound() {
        var stack = new Stack(new App(AppProps.builder().analyticsReporting(false).build()), "x");
        Bucket.Builder.create(stack, "Plain").build();
        Aspects.of(stack).add(new HIPAASecurityChecks());

        assertThat(findings(stack)).anyMatch(finding -> finding.contains("S3BucketVersioning"));
    }

    @Test
    void whatIsAcknowledgedIsKnownAndHasAReason() {
        var acknowledged = new HashSet<String>();
        for (var resources : Deployment.everything().everyResources()) {
            for (var resource : resources.all()) {
                for (var rule : resource.whole().at("/Metadata/cdk_nag/rules_to_suppress")) {
                    acknowledged.add(rule.path("id").asText());
                    assertThat(rule.path("reason").asText())
                            .as(resource.id())
                            .hasSizeGreaterThan(SHORTEST_REASON);
                }
            }
        }
        assertThat(acknowledged)
                .isEqualTo(
                        Set.of(
                                "HIPAA.Security-APIGWCacheEnabledAndEncrypted",
                                "HIPAA.Security-APIGWSSLEnabled",
                                "HIPAA.Security-S3BucketReplicationEnabled",
                                "HIPAA.Security-S3DefaultEncryptionKMS",
                                "HIPAA.Security-VPCDefaultSecurityGroupClosed"));
    }

    private static List<String> findings(Stack stack) {
        var annotations = Annotations.fromStack(stack);
        var any = Match.stringLikeRegexp("HIPAA\\.Security-.*");
        return Stream.concat(
                        annotations.findError("*", any).stream(),
                        annotations.findWarning("*", any).stream())
                .map(finding -> finding.getId() + ": " + finding.getEntry().getData())
                .toList();
    }
}
