package dev.superbill.adapter.store.trail;

import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/// Two tables of DynamoDB, both with the partition key `chain` and the sort key `sequence`: one to
/// which items are only ever added, and one for what may be erased.
///
/// @param client speaks to DynamoDB
/// @param trail the name of the table of records
/// @param content the name of the table of contents and notes
public record DynamoTables(DynamoDbClient client, String trail, String content) {
    static final String CHAIN = "chain";
    static final String SEQUENCE = "sequence";

    /// Asks DynamoDB.
    ///
    /// @throws CodingException with `STORE_UNAVAILABLE` if it does not answer, or refuses
    <T> T ask(Function<DynamoDbClient, T> question) {
        try {
            return question.apply(client);
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    static CodingException unavailable(SdkException cause) {
        return new CodingException(
                Fault.STORE_UNAVAILABLE, "the tables of the audit trail cannot be used", cause);
    }

    /// The name of a partition. Each part is escaped, so that no two read alike.
    static String chain(String what, String... parts) {
        var chain = new StringBuilder(what);
        for (var part : parts) {
            chain.append('#').append(part.replace("%", "%25").replace("#", "%23"));
        }
        return chain.toString();
    }

    static Map<String, AttributeValue> key(String chain, String sequence) {
        var key = new HashMap<String, AttributeValue>();
        key.put(CHAIN, AttributeValue.fromS(chain));
        key.put(SEQUENCE, AttributeValue.fromN(sequence));
        return key;
    }

    /// An item, as it was last written; empty where there is none.
    Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return ask(dynamo ->
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item());
    }

    /// The items of a partition in a range of places, as they were last written.
    ///
    /// @param first the first place
    /// @param last the last place
    QueryRequest.Builder range(String table, String chain, long first, long last) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#chain = :chain AND #sequence BETWEEN :first AND :last")
                .expressionAttributeNames(Map.of("#chain", CHAIN, "#sequence", SEQUENCE))
                .expressionAttributeValues(
                        Map.of(
                                ":chain", AttributeValue.fromS(chain),
                                ":first", AttributeValue.fromN(String.valueOf(first)),
                                ":last", AttributeValue.fromN(String.valueOf(last))));
    }

    /// Every item of a partition, in order.
    QueryRequest.Builder all(String table, String chain) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#chain = :chain")
                .expressionAttributeNames(Map.of("#chain", CHAIN))
                .expressionAttributeValues(Map.of(":chain", AttributeValue.fromS(chain)));
    }

    /// Asks page by page; to be walked inside [#ask].
    QueryIterable pages(QueryRequest.Builder query) {
        return client.queryPaginator(query.build());
    }
}
