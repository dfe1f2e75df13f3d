package dev.superbill.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/// The table of the audit trail: chains of records, each with the hash of the one before it. The
/// program does not write to it yet, and no role may.
final class AuditTable {
    private AuditTable() {}

    /// A record of a chain is found by its chain and its place in it. A chain is a tenant and a
    /// partition (`TENANT#3`), so that writers of one tenant need not wait for each other's hash.
    static Table in(Construct scope, String id, IKey key, int recoveryDays) {
        var table =
                Table.Builder.create(scope, id)
                        .partitionKey(attribute("chain", AttributeType.STRING))
                        .sortKey(attribute("sequence", AttributeType.NUMBER))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .encryption(TableEncryption.CUSTOMER_MANAGED)
                        .encryptionKey(key)
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .recoveryPeriodInDays(recoveryDays)
                                        .build())
                        .deletionProtection(true)
                        .resourcePolicy(appendOnly())
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        table.addGlobalSecondaryIndex(
                GlobalSecondaryIndexProps.builder()
                        .indexName("answer")
                        .partitionKey(attribute("answerId", AttributeType.STRING))
                        .projectionType(ProjectionType.KEYS_ONLY)
                        .build());
        return table;
    }

    private static Attribute attribute(String name, AttributeType type) {
        return Attribute.builder().name(name).type(type).build();
    }

    /// Nobody changes or deletes a record, administrators included. That a record is not put over
    /// another is for the writer's condition to see to, and for the chain to show.
    private static PolicyDocument appendOnly() {
        return PolicyDocument.Builder.create()
                .statements(
                        List.of(
                                PolicyStatement.Builder.create()
                                        .sid("AppendOnly")
                                        .effect(Effect.DENY)
                                        .principals(List.of(new AnyPrincipal()))
                                        .actions(
                                                List.of(
                                                        "dynamodb:BatchWriteItem",
                                                        "dynamodb:DeleteItem",
                                                        "dynamodb:PartiQLDelete",
                                                        "dynamodb:PartiQLInsert",
                                                        "dynamodb:PartiQLUpdate",
                                                        "dynamodb:UpdateItem"))
                                        .resources(List.of("*"))
                                        .build()))
                .build();
    }
}
