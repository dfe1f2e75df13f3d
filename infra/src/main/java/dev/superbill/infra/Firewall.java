package dev.superbill.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/// The firewall in front of the REST API: Amazon's own rules and a limit for each address. AWS WAF
/// takes neither HTTP APIs nor Function URLs.
final class Firewall extends Construct {
    /// Rules on bodies that a clinical note breaks by being one: it is longer than 8 KB, or has
    /// `<`, `../` or an address in its text. The function neither renders nor runs any of it, so
    /// that these only count.
    private static final List<String> NOTES_BREAK =
            List.of(
                    "SizeRestrictions_BODY",
                    "CrossSiteScripting_BODY",
                    "GenericLFI_BODY",
                    "GenericRFI_BODY",
                    "EC2MetaDataSSRF_BODY");

    private final Settings settings;

    Firewall(Construct scope, String id, Settings settings, LogGroups logs, Stage stage) {
        super(scope, id);
        this.settings = settings;
        var rules =
                CfnWebACL.Builder.create(this, "Rules")
                        .description("Superbill, before its REST API")
                        .scope("REGIONAL")
                        .defaultAction(
                                CfnWebACL.DefaultActionProperty.builder()
                                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                                        .build())
                        .visibilityConfig(seenAs("all"))
                        .rules(rules())
                        .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(stage.getStageArn())
                .webAclArn(rules.getAttrArn())
                .build();
        var log = logs.in(this, "Log", "aws-waf-logs-superbill-" + settings.stage());
        CfnLoggingConfiguration.Builder.create(this, "Logging")
                .resourceArn(rules.getAttrArn())
                .logDestinationConfigs(List.of(log.getLogGroupArn()))
                .redactedFields(
                        List.of(
                                redacted("authorization"),
                                redacted("x-amz-security-token"),
                                redacted("x-api-key"),
                                redacted("idempotency-key"),
                                CfnLoggingConfiguration.FieldToMatchProperty.builder()
                                        .queryString(Map.of())
                                        .build(),
                                CfnLoggingConfiguration.FieldToMatchProperty.builder()
                                        .uriPath(Map.of())
                                        .build()))
                .build();
    }

    private List<CfnWebACL.RuleProperty> rules() {
        var rules = new ArrayList<CfnWebACL.RuleProperty>();
        rules.add(limit());
        rules.add(managed(rules.size(), "AWSManagedRulesAmazonIpReputationList", List.of()));
        rules.add(managed(rules.size(), "AWSManagedRulesKnownBadInputsRuleSet", List.of()));
        rules.add(managed(rules.size(), "AWSManagedRulesCommonRuleSet", NOTES_BREAK));
        return rules;
    }

    private CfnWebACL.RuleProperty limit() {
        return CfnWebACL.RuleProperty.builder()
                .name("limit")
                .priority(0)
                .action(
                        CfnWebACL.RuleActionProperty.builder()
                                .block(CfnWebACL.BlockActionProperty.builder().build())
                                .build())
                .statement(
                        CfnWebACL.StatementProperty.builder()
                                .rateBasedStatement(
                                        CfnWebACL.RateBasedStatementProperty.builder()
                                                .aggregateKeyType("IP")
                                                .limit(settings.limits().perAddress())
                                                .build())
                                .build())
                .visibilityConfig(seenAs("limit"))
                .build();
    }

    private static CfnWebACL.RuleProperty managed(
            int priority, String name, List<String> onlyCounted) {
        return CfnWebACL.RuleProperty.builder()
                .name(name)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build())
                .statement(
                        CfnWebACL.StatementProperty.builder()
                                .managedRuleGroupStatement(
                                        CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                                .vendorName("AWS")
                                                .name(name)
                                                .ruleActionOverrides(
                                                        onlyCounted.stream()
                                                                .map(Firewall::counted)
                                                                .toList())
                                                .build())
                                .build())
                .visibilityConfig(seenAs(name))
                .build();
    }

    private static CfnWebACL.RuleActionOverrideProperty counted(String rule) {
        return CfnWebACL.RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(
                        CfnWebACL.RuleActionProperty.builder()
                                .count(CfnWebACL.CountActionProperty.builder().build())
                                .build())
                .build();
    }

    /// Counted, but without samples, which would show the requests.
    private static CfnWebACL.VisibilityConfigProperty seenAs(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName("superbill-" + name)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }

    private static CfnLoggingConfiguration.FieldToMatchProperty redacted(String header) {
        return CfnLoggingConfiguration.FieldToMatchProperty.builder()
                .singleHeader(Map.of("Name", header))
                .build();
    }
}
