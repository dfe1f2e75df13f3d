package dev.superbill.adapter.store.trail;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// DynamoDB in this process and in memory, with both tables as the deployment makes them. It tells
/// nobody that it was started.
final class LocalDynamo implements AutoCloseable {
    private final AmazonDynamoDBLocal local;
    private final DynamoDbClient client;

    LocalDynamo() {
        local = DynamoDBEmbedded.create(true);
        client = local.dynamoDbClient();
        create("trail");
        create("content");
    }

    DynamoTables tables() {
        return new DynamoTables(client, "trail", "content");
    }

    private void create(String table) {
        var _ =
                client.createTable(create ->
                        create.tableName(table)
                                .attributeDefinitions(
                                        List.of(
                                                attribute(
                                                        DynamoTables.CHAIN, ScalarAttributeType.S),
                                                attribute(
                                                        DynamoTables.SEQUENCE,
                                                        ScalarAttributeType.N)))
                                .keySchema(
                                        List.of(
                                                key(DynamoTables.CHAIN, KeyType.HASH),
                                                key(DynamoTables.SEQUENCE, KeyType.RANGE)))
                                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        local.shutdown();
    }
}
