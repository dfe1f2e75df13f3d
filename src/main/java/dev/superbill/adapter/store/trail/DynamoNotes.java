package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.DynamoTables.chain;
import static dev.superbill.adapter.store.trail.DynamoTables.key;

import dev.superbill.audit.NoteStore;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The texts of notes in the table of contents, encrypted, at `note#TENANT#ANSWER`. A text is
/// forgotten by writing an item without it in its place, which asks for no right to delete.
public final class DynamoNotes implements NoteStore {
    private static final String SEALED = "sealed";

    private final DynamoTables tables;
    private final NoteCipher cipher;

    /// @param tables where they are kept
    /// @param cipher what seals them
    public DynamoNotes(DynamoTables tables, NoteCipher cipher) {
        this.tables = tables;
        this.cipher = cipher;
    }

    @Override
    public void keep(String tenant, String answerId, String text) {
        var item = place(tenant, answerId);
        item.put(
                SEALED,
                AttributeValue.fromB(SdkBytes.fromByteArray(cipher.seal(tenant, answerId, text))));
        try {
            tables.client()
                    .putItem(put ->
                            put.tableName(tables.content())
                                    .item(item)
                                    .conditionExpression("attribute_not_exists(#sealed)")
                                    .expressionAttributeNames(Map.of("#sealed", SEALED)));
        } catch (ConditionalCheckFailedException _) {
            // It is kept already.
        } catch (SdkException e) {
            throw DynamoTables.unavailable(e);
        }
    }

    @Override
    public Optional<String> find(String tenant, String answerId) {
        var item = tables.item(tables.content(), place(tenant, answerId));
        return Optional.ofNullable(item.get(SEALED))
                .map(sealed -> cipher.open(tenant, answerId, sealed.b().asByteArray()));
    }

    @Override
    public void erase(String tenant, String answerId) {
        var place = place(tenant, answerId);
        if (!tables.item(tables.content(), place).isEmpty()) {
            var _ =
                    tables.ask(dynamo ->
                            dynamo.putItem(put -> put.tableName(tables.content()).item(place)));
        }
    }

    private static Map<String, AttributeValue> place(String tenant, String answerId) {
        return key(chain("note", tenant, answerId), "0");
    }
}
