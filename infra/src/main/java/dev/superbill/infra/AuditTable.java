package dev.superbill.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/// The tables of the audit trail: one of records, each with the hash of the one before it, and one
/// of what may be erased, the contents of records and the encrypted texts of notes.
///
/// The function puts and reads items and does nothing else. Contents are erased by an operator with
/// rights of their own.
final class AuditTable {
    private AuditTable() {}

    /// The records. An item is found by its chain and its place in it: a tenant's records are one
    /// chain (`trail#TENANT`), what is about an answer another (`answer#TENANT#ANSWER`), so that no
    /// index that lags is asked.
    static Table ofRecords(Construct scope, String id, IKey key, int recoveryDays) {
        return table(scope, id, key, recoveryDays).resourcePolicy(appendOnly()).build();
    }

    /// What may be erased, found in the same way (`content#TENANT`, `note#TENANT#ANSWER`).
    static Table ofContents(Construct scope, String id, IKey key, int recoveryDays) {
        return table(scope, id, key, recoveryDays).build();
    }

    private static Table.Builder table(Construct scope, String id, IKey key, int recoveryDays) {
        return Table.Builder.create(scope, id)
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
                .removalPolicy(RemovalPolicy.RETAIN);
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
