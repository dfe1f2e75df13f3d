package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.NOON;
import static dev.superbill.adapter.store.trail.Records.TENANT;
import static dev.superbill.adapter.store.trail.Records.about;
import static dev.superbill.adapter.store.trail.Records.answer;
import static dev.superbill.adapter.store.trail.Records.at;
import static dev.superbill.adapter.store.trail.Records.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.ChainCheck;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store of the audit trail promises.
@ParameterizedClass
@EnumSource
class AuditTrailTest {
    private static final int THREADS = 8;
    private static final int EACH = 25;

    enum Store {
        MEMORY,
        SQLITE,
        DYNAMODB
    }

    @Parameter Store store = Store.MEMORY;

    @TempDir Path folder;

    private AuditTrail trail = AuditTrail.none();
    private AutoCloseable opened = () -> {};

    @BeforeEach
    void open() {
        switch (store) {
            case MEMORY -> trail = new InMemoryAuditTrail();
            case SQLITE -> {
                var database = SqliteFile.database(folder.resolve("superbill.db"));
                opened = database;
                trail = new SqliteTrail(database);
            }
            case DYNAMODB -> {
                var dynamo = new LocalDynamo();
                opened = dynamo;
                trail = new DynamoTrail(dynamo.tables());
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @Test
    void anEmptyTrailHasNothing() {
        assertThat(trail.tenants()).isEmpty();
        assertThat(trail.find(TENANT, "a")).isEmpty();
        assertThat(trail.after(TENANT, 0, 10)).isEmpty();
        assertThat(trail.about(TENANT, "a")).isEmpty();
        assertThat(trail.erase(TENANT, NOON)).isZero();
        assertThat(ChainCheck.of(trail, TENANT).head()).isEqualTo(TrailRecord.GENESIS);
    }

    @Test
    void whatIsAppendedIsFoundAsItWas() {
        var first = trail.append(answer("a"));
        var second = trail.append(about("b", RecordKind.DECISION, "a"));

        assertThat(first.record()).isEqualTo(answer("a"));
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo(TrailRecord.GENESIS);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(trail.find(TENANT, "a")).contains(first);
        assertThat(trail.find(TENANT, "b")).contains(second);
        assertThat(trail.find(TENANT, "c")).isEmpty();
    }

    @Test
    void aRecordMayBeAboutNoAnswerAndHaveNoContent() {
        var kept = trail.append(saying("", about("p", RecordKind.POLICY, "")));

        assertThat(trail.find(TENANT, "p")).contains(kept);
        assertThat(trail.after(TENANT, 0, 1)).containsExactly(kept);
        assertThat(ChainCheck.of(trail, TENANT).whole()).isTrue();
    }

    @Test
    void recordsComeInPages() {
        var kept = new ArrayList<TrailRecord>();
        for (int i = 0; i < 7; i++) {
            kept.add(trail.append(answer("r" + i)));
        }

        assertThat(trail.after(TENANT, 0, 3)).isEqualTo(kept.subList(0, 3));
        assertThat(trail.after(TENANT, 3, 3)).isEqualTo(kept.subList(3, 6));
        assertThat(trail.after(TENANT, 6, 3)).isEqualTo(kept.subList(6, 7));
        assertThat(trail.after(TENANT, 7, 3)).isEmpty();
        assertThat(trail.after(TENANT, 0, 100)).isEqualTo(kept);
    }

    @Test
    void aLongContentIsKeptToo() {
        var content = "{\"x\":\"" + "line of an answer ".repeat(30_000) + "\"}";
        for (var id : List.of("a", "b", "c")) {
            trail.append(saying(content, answer(id)));
        }

        assertThat(trail.after(TENANT, 0, 10))
                .hasSize(3)
                .allMatch(kept -> kept.record().content().equals(content));
    }

    @Test
    void whatIsAboutAnAnswerIsFoundByIt() {
        trail.append(answer("a"));
        trail.append(answer("b"));
        trail.append(about("a1", RecordKind.DECISION, "a"));
        trail.append(about("b1", RecordKind.DECISION, "b"));
        trail.append(about("a2", RecordKind.DENIAL, "a"));

        assertThat(trail.about(TENANT, "a"))
                .extracting(kept -> kept.record().id())
                .containsExactly("a", "a1", "a2");
        assertThat(trail.about(TENANT, "none")).isEmpty();
    }

    @Test
    void theSameRecordAgainIsTheFirst() {
        var first = trail.append(answer("a"));
        trail.append(answer("b"));

        assertThat(trail.append(at(NOON.plusSeconds(5), answer("a")))).isEqualTo(first);
        assertThat(trail.after(TENANT, 0, 10)).hasSize(2);
    }

    @Test
    void anotherRecordOfTheSameIdIsAConflict() {
        trail.append(answer("a"));

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> trail.append(saying("{}", answer("a"))))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CONFLICT));
        assertThat(trail.after(TENANT, 0, 10)).hasSize(1);
        assertThat(trail.append(answer("b")).sequence()).isEqualTo(2);
    }

    @Test
    void tenantsSeeNothingOfEachOther() {
        var theirs = trail.append(answer("b#", "a"));
        var ours = trail.append(answer("b", "a"));
        trail.append(answer("b", "#a"));

        assertThat(theirs.previousHash()).isEqualTo(TrailRecord.GENESIS);
        assertThat(ours.previousHash()).isEqualTo(TrailRecord.GENESIS);
        assertThat(trail.tenants()).containsExactly("b", "b#");
        assertThat(trail.find("b#", "a")).contains(theirs);
        assertThat(trail.find("b", "a")).contains(ours);
        assertThat(trail.after("b#", 0, 10)).containsExactly(theirs);
        assertThat(trail.about("b#", "a")).containsExactly(theirs);
        assertThat(trail.find("c", "a")).isEmpty();
        assertThat(trail.erase("b#", NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(trail.find("b", "a")).contains(ours);
    }

    @Test
    void manyWritersMakeOneChain() throws Exception {
        var work = new ArrayList<Callable<List<TrailRecord>>>();
        var start = new CyclicBarrier(THREADS);
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            work.add(() -> {
                start.await();
                return IntStream.range(0, EACH)
                        .mapToObj(n -> trail.append(answer("t" + thread + "-" + n)))
                        .toList();
            });
        }
        var acknowledged = inThreads(work);

        var chain = trail.after(TENANT, 0, 1000);
        assertThat(chain)
                .extracting(TrailRecord::sequence)
                .isEqualTo(LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        assertThat(new HashSet<>(chain)).isEqualTo(new HashSet<>(acknowledged));
        assertThat(ChainCheck.of(trail, TENANT).breaks()).isEmpty();
    }

    @Test
    void ofManyWhoAppendTheSameOneWrites() throws Exception {
        var start = new CyclicBarrier(THREADS);
        Callable<List<TrailRecord>> same =
                () -> {
                    start.await();
                    return List.of(trail.append(answer("same")));
                };
        var acknowledged = inThreads(java.util.Collections.nCopies(THREADS, same));

        assertThat(new HashSet<>(acknowledged)).hasSize(1);
        assertThat(trail.after(TENANT, 0, 10)).hasSize(1);
    }

    private static List<TrailRecord> inThreads(List<Callable<List<TrailRecord>>> work)
            throws InterruptedException, ExecutionException {
        var all = new ArrayList<TrailRecord>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<TrailRecord>> done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
        }
        return all;
    }

    @Test
    void whatIsErasedLeavesTheChainWhole() {
        trail.append(at(NOON.minus(Duration.ofDays(2)), answer("old")));
        trail.append(at(NOON.minus(Duration.ofDays(1)), about("d", RecordKind.DECISION, "old")));
        trail.append(answer("new"));

        assertThat(trail.erase(TENANT, NOON)).isEqualTo(2);

        assertThat(trail.erase(TENANT, NOON)).isZero();
        assertThat(trail.find(TENANT, "old"))
                .hasValueSatisfying(kept -> {
                    assertThat(kept.erased()).isTrue();
                    assertThat(kept.sound()).isTrue();
                });
        assertThat(trail.find(TENANT, "new")).map(TrailRecord::erased).contains(false);
        var check = ChainCheck.of(trail, TENANT);
        assertThat(check.breaks()).isEmpty();
        assertThat(check.records()).isEqualTo(3);
        assertThat(check.erased()).isEqualTo(2);
    }

    @Test
    void anErasedRecordIsStillRepeated() {
        var first = trail.append(answer("a"));
        trail.erase(TENANT, NOON.plusSeconds(1));

        assertThat(trail.append(answer("a")).hash()).isEqualTo(first.hash());
        assertThat(trail.after(TENANT, 0, 10)).hasSize(1);
    }

    @Test
    void whatIsHeldIsNotErasedUntilItIsReleased() {
        trail.append(answer("held"));
        trail.append(about("d", RecordKind.DECISION, "held"));
        trail.append(answer("free"));
        trail.append(about("h", RecordKind.HOLD, "held"));
        var later = NOON.plusSeconds(1);

        assertThat(trail.erase(TENANT, later)).isEqualTo(1);
        assertThat(trail.find(TENANT, "held")).map(TrailRecord::erased).contains(false);
        assertThat(trail.find(TENANT, "d")).map(TrailRecord::erased).contains(false);
        assertThat(trail.find(TENANT, "free")).map(TrailRecord::erased).contains(true);

        trail.append(about("r", RecordKind.RELEASE, "held"));
        trail.append(about("h2", RecordKind.HOLD, "held"));
        assertThat(trail.erase(TENANT, later)).isZero();

        trail.append(about("r2", RecordKind.RELEASE, "held"));
        assertThat(trail.erase(TENANT, later)).isEqualTo(2);
        assertThat(ChainCheck.of(trail, TENANT).breaks()).isEmpty();
    }

    @Test
    void holdsErasuresAndPoliciesKeepTheirContents() {
        for (var kind :
                List.of(
                        RecordKind.HOLD,
                        RecordKind.RELEASE,
                        RecordKind.ERASURE,
                        RecordKind.POLICY)) {
            trail.append(about(kind.label(), kind, "a"));
        }

        assertThat(trail.erase(TENANT, NOON.plusSeconds(1))).isZero();
        assertThat(trail.after(TENANT, 0, 10)).noneMatch(TrailRecord::erased);
    }
}
