package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.DynamoTables.CHAIN;
import static dev.superbill.adapter.store.trail.DynamoTables.SEQUENCE;
import static dev.superbill.adapter.store.trail.DynamoTables.chain;
import static dev.superbill.adapter.store.trail.DynamoTables.key;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The audit trail in DynamoDB. A record is written in one transaction of conditional puts, at the
/// place behind the one that is read as the last; who comes second tries again at the next.
///
/// | table | chain | sequence | what |
/// |---|---|---|---|
/// | trail | `trail#TENANT` | the record's place | the record without its content |
/// | trail | `id#TENANT#ID` | 0 | its place: an id is taken once |
/// | trail | `answer#TENANT#ANSWER` | the record's place | that the record is about the answer |
/// | trail | `tenants` | a hash of the name | a tenant |
/// | content | `content#TENANT` | the record's place | the content, compressed |
///
/// All reads are consistent, so that what was acknowledged is found.
public final class DynamoTrail implements AuditTrail {
    private static final String NEW = "attribute_not_exists(#chain)";
    private static final String FAILED_CONDITION = "ConditionalCheckFailed";
    private static final String TENANTS = "tenants";
    private static final String PLACE = "place";
    private static final String ANSWER = "answerId";
    private static final String CONTENT = "content";
    private static final String KIND = "kind";
    private static final String TIME = "time";

    private static final int TRIES = 16;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final DynamoTables tables;

    /// One writer a chain in this process, since a second could only come too late. Chains may
    /// share a lock.
    private final List<ReentrantLock> writing;

    /// @param tables where it is kept
    public DynamoTrail(DynamoTables tables) {
        this.tables = tables;
        var locks = new ArrayList<ReentrantLock>();
        for (int i = 0; i < 32; i++) {
            locks.add(new ReentrantLock());
        }
        this.writing = List.copyOf(locks);
    }

    @Override
    public TrailRecord append(AuditRecord record) {
        var lock = writing.get(Math.floorMod(record.tenant().hashCode(), writing.size()));
        lock.lock();
        try {
            for (int i = 0; i < TRIES; i++) {
                var appended = tryAppending(record);
                if (appended.isPresent()) {
                    return appended.get();
                }
                pause(i);
            }
        } finally {
            lock.unlock();
        }
        throw new CodingException(
                Fault.STORE_UNAVAILABLE, "too many write to the audit trail at once");
    }

    /// Writes at the place behind the last.
    ///
    /// @return empty if another record came before
    private Optional<TrailRecord> tryAppending(AuditRecord record) {
        var next = following(record);
        try {
            tables.client().transactWriteItems(write -> write.transactItems(puts(next)));
            return Optional.of(next);
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons();
            if (!reasons.isEmpty() && FAILED_CONDITION.equals(reasons.getFirst().code())) {
                return Optional.of(
                        Appending.again(
                                find(record.tenant(), record.id())
                                        .orElseThrow(() -> DynamoTables.unavailable(e)),
                                record));
            }
            if (reasons.stream().noneMatch(reason -> contended(reason.code()))) {
                throw DynamoTables.unavailable(e);
            }
            return Optional.empty();
        } catch (SdkException e) {
            throw DynamoTables.unavailable(e);
        }
    }

    private static boolean contended(String code) {
        return switch (code) {
            case FAILED_CONDITION, "TransactionConflict", "ThrottlingError" -> true;
            default -> false;
        };
    }

    private static void pause(int tried) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << tried);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private TrailRecord following(AuditRecord record) {
        var last =
                tables.ask(dynamo ->
                        dynamo.query(
                                        tables.all(tables.trail(), chain("trail", record.tenant()))
                                                .scanIndexForward(false)
                                                .limit(1)
                                                .build())
                                .items());
        return last.isEmpty()
                ? TrailRecord.after(0, TrailRecord.GENESIS, record)
                : TrailRecord.after(
                        sequence(last.getFirst()), text(last.getFirst(), "hash"), record);
    }

    /// The id comes first: that it is taken says more than that the place is.
    private List<TransactWriteItem> puts(TrailRecord next) {
        var record = next.record();
        var tenant = record.tenant();
        var place = String.valueOf(next.sequence());
        var puts = new ArrayList<TransactWriteItem>();
        var id = key(chain("id", tenant, record.id()), "0");
        id.put(PLACE, AttributeValue.fromN(place));
        puts.add(put(tables.trail(), id));
        puts.add(put(tables.trail(), item(next)));
        if (!record.answerId().isEmpty()) {
            var about = key(chain("answer", tenant, record.answerId()), place);
            about.put(KIND, AttributeValue.fromS(record.kind().label()));
            puts.add(put(tables.trail(), about));
        }
        if (!record.content().isEmpty()) {
            var content = key(chain(CONTENT, tenant), place);
            content.put(KIND, AttributeValue.fromS(record.kind().label()));
            content.put(TIME, AttributeValue.fromN(String.valueOf(record.time().toEpochMilli())));
            content.put(ANSWER, AttributeValue.fromS(record.answerId()));
            content.put(
                    CONTENT,
                    AttributeValue.fromB(SdkBytes.fromByteArray(Packed.pack(record.content()))));
            puts.add(put(tables.content(), content));
        }
        if (next.sequence() == 1) {
            var known = key(TENANTS, Packed.number(tenant));
            known.put("tenant", AttributeValue.fromS(tenant));
            puts.add(put(tables.trail(), known));
        }
        return puts;
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(
                        Put.builder()
                                .tableName(table)
                                .item(item)
                                .conditionExpression(NEW)
                                .expressionAttributeNames(Map.of("#chain", CHAIN))
                                .build())
                .build();
    }

    private static Map<String, AttributeValue> item(TrailRecord next) {
        var record = next.record();
        var item = key(chain("trail", record.tenant()), String.valueOf(next.sequence()));
        item.put("tenant", AttributeValue.fromS(record.tenant()));
        item.put("id", AttributeValue.fromS(record.id()));
        item.put(KIND, AttributeValue.fromS(record.kind().label()));
        item.put(TIME, AttributeValue.fromN(String.valueOf(record.time().toEpochMilli())));
        item.put("user", AttributeValue.fromS(record.user()));
        item.put(ANSWER, AttributeValue.fromS(record.answerId()));
        item.put("noteSha256", AttributeValue.fromS(record.noteSha256()));
        item.put("contentSha256", AttributeValue.fromS(next.contentSha256()));
        item.put("previousHash", AttributeValue.fromS(next.previousHash()));
        item.put("hash", AttributeValue.fromS(next.hash()));
        return item;
    }

    @Override
    public Optional<TrailRecord> find(String tenant, String id) {
        var known = tables.item(tables.trail(), key(chain("id", tenant, id), "0"));
        return known.isEmpty()
                ? Optional.empty()
                : at(tenant, Long.parseLong(value(known, PLACE).n()));
    }

    private Optional<TrailRecord> at(String tenant, long place) {
        var sequence = String.valueOf(place);
        var item = tables.item(tables.trail(), key(chain("trail", tenant), sequence));
        if (item.isEmpty()) {
            return Optional.empty();
        }
        var content = tables.item(tables.content(), key(chain(CONTENT, tenant), sequence));
        return Optional.of(record(item, content));
    }

    @Override
    public List<TrailRecord> after(String tenant, long after, int limit) {
        return tables.ask(_ -> {
            var items =
                    tables
                            .pages(
                                    tables.range(
                                                    tables.trail(),
                                                    chain("trail", tenant),
                                                    after + 1,
                                                    Long.MAX_VALUE)
                                            .limit(limit))
                            .items()
                            .stream()
                            .limit(limit)
                            .toList();
            if (items.isEmpty()) {
                return List.of();
            }
            var contents = new HashMap<Long, Map<String, AttributeValue>>();
            tables.pages(
                            tables.range(
                                    tables.content(),
                                    chain(CONTENT, tenant),
                                    sequence(items.getFirst()),
                                    sequence(items.getLast())))
                    .items()
                    .forEach(content -> contents.put(sequence(content), content));
            return items.stream()
                    .map(item -> record(item, contents.getOrDefault(sequence(item), Map.of())))
                    .toList();
        });
    }

    @Override
    public List<TrailRecord> about(String tenant, String answerId) {
        var places =
                tables.ask(_ ->
                        tables
                                .pages(
                                        tables.all(
                                                tables.trail(), chain("answer", tenant, answerId)))
                                .items()
                                .stream()
                                .map(DynamoTrail::sequence)
                                .toList());
        return places.stream().flatMap(place -> at(tenant, place).stream()).toList();
    }

    @Override
    public List<String> tenants() {
        return tables.ask(_ ->
                tables.pages(tables.all(tables.trail(), TENANTS)).items().stream()
                        .map(item -> text(item, "tenant"))
                        .sorted()
                        .toList());
    }

    @Override
    public int erase(String tenant, Instant before) {
        var held = new HashMap<String, Boolean>();
        var query =
                tables.all(tables.content(), chain(CONTENT, tenant))
                        .projectionExpression("#chain, #sequence, #kind, #time, #answer")
                        .expressionAttributeNames(
                                Map.of(
                                        "#chain",
                                        CHAIN,
                                        "#sequence",
                                        SEQUENCE,
                                        "#kind",
                                        KIND,
                                        "#time",
                                        TIME,
                                        "#answer",
                                        ANSWER));
        return tables.ask(dynamo -> {
            int erased = 0;
            for (var item : tables.pages(query).items()) {
                if (kind(item).erasable()
                        && time(item).isBefore(before)
                        && !held.computeIfAbsent(
                                text(item, ANSWER), answer -> isHeld(tenant, answer))) {
                    var deleted =
                            dynamo.deleteItem(delete ->
                                    delete.tableName(tables.content())
                                            .key(
                                                    Map.of(
                                                            CHAIN,
                                                            value(item, CHAIN),
                                                            SEQUENCE,
                                                            value(item, SEQUENCE)))
                                            .returnValues(ReturnValue.ALL_OLD));
                    erased += deleted.attributes().isEmpty() ? 0 : 1;
                }
            }
            return erased;
        });
    }

    private boolean isHeld(String tenant, String answerId) {
        return tables
                        .pages(tables.all(tables.trail(), chain("answer", tenant, answerId)))
                        .items()
                        .stream()
                        .map(DynamoTrail::kind)
                        .filter(kind -> kind == RecordKind.HOLD || kind == RecordKind.RELEASE)
                        .reduce((_, later) -> later)
                        .orElse(RecordKind.RELEASE)
                == RecordKind.HOLD;
    }

    private static TrailRecord record(
            Map<String, AttributeValue> item, Map<String, AttributeValue> content) {
        return new TrailRecord(
                sequence(item),
                new AuditRecord(
                        text(item, "tenant"),
                        text(item, "id"),
                        kind(item),
                        time(item),
                        text(item, "user"),
                        text(item, ANSWER),
                        text(item, "noteSha256"),
                        content.isEmpty()
                                ? ""
                                : Packed.unpack(value(content, CONTENT).b().asByteArray())),
                text(item, "contentSha256"),
                text(item, "previousHash"),
                text(item, "hash"));
    }

    private static RecordKind kind(Map<String, AttributeValue> item) {
        return RecordKind.labelled(text(item, KIND))
                .orElseThrow(() ->
                        new CodingException(
                                Fault.STORE_UNAVAILABLE,
                                "the table holds a record of a kind that this program does not"
                                        + " know"));
    }

    private static Instant time(Map<String, AttributeValue> item) {
        return Instant.ofEpochMilli(Long.parseLong(value(item, TIME).n()));
    }

    private static long sequence(Map<String, AttributeValue> item) {
        return Long.parseLong(value(item, SEQUENCE).n());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "an item of the table has no " + name);
        }
        return value;
    }
}
