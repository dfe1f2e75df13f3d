package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.NoteStore;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditCommandsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2019-12-31T23:59:59.999Z");

    /// Says which notes were forgotten.
    private static final class Forgotten implements NoteStore {
        private final List<String> ids = new ArrayList<>();

        @Override
        public void keep(String tenant, String answerId, String text) {}

        @Override
        public Optional<String> find(String tenant, String answerId) {
            return Optional.empty();
        }

        @Override
        public void erase(String tenant, String answerId) {
            ids.add(tenant + "/" + answerId);
        }
    }

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Forgotten notes = new Forgotten();
    private final TrailKeeper keeper =
            new TrailKeeper(trail, () -> notes, InstantSource.fixed(NOW), new Random(1));
    private TestTerminal terminal = new TestTerminal(keeper);

    private int run(String... args) {
        terminal = new TestTerminal(keeper);
        return terminal.run(args);
    }

    private TrailRecord answer(String tenant, String id, Instant time) {
        return trail.append(
                new AuditRecord(
                        tenant, id, RecordKind.ANSWER, time, "coder", id, "ab".repeat(32), "{}"));
    }

    private AuditRecord last(String tenant) {
        return trail.after(tenant, 0, 100).getLast().record();
    }

    @Test
    void everyChainIsVerified() {
        var ours = answer("clinic", "a", NOW);
        answer("other", "b", LONG_AGO);
        var theirs = answer("other", "c", NOW);
        trail.erase("other", NOW);

        assertThat(run("audit", "verify")).isZero();
        assertThat(terminal.out())
                .isEqualTo(
                        """
                        TENANT                  RECORDS     ERASED  HEAD
                        clinic                        1          0  %s
                        other                         2          1  %s
                        """
                                .formatted(ours.hash(), theirs.hash()));
        assertThat(terminal.err()).isEmpty();
        assertThat(run("audit", "verify", "--tenant", "clinic")).isZero();
        assertThat(terminal.out()).contains("clinic").doesNotContain("other");
    }

    @Test
    void aHeadNotedBeforeIsLookedFor() {
        var first = answer("clinic", "a", NOW);
        answer("clinic", "b", NOW);

        assertThat(run("audit", "verify", "--head", first.hash())).isZero();
        assertThat(run("audit", "verify", "--head", TrailRecord.GENESIS)).isZero();
        assertThat(run("audit", "verify", "--head", "ab".repeat(32))).isEqualTo(1);
        assertThat(terminal.err())
                .isEqualTo("superbill: clinic: the head that was noted is not in the chain\n");
    }

    @Test
    void aHeadIsOneTenants() {
        answer("clinic", "a", NOW);
        answer("other", "a", NOW);

        assertThat(run("audit", "verify", "--head", TrailRecord.GENESIS)).isEqualTo(2);
        assertThat(terminal.err()).startsWith("--head is one tenant's");
    }

    @Test
    void noRecordsAreToldAndHaveNoHead() {
        assertThat(run("audit", "verify")).isZero();
        assertThat(terminal.out()).isEqualTo("There are no records.\n");
        assertThat(run("audit", "verify", "--head", "ab".repeat(32))).isEqualTo(1);
    }

    @Test
    void anAnswerIsHeldAndReleased() {
        answer("local", "a", LONG_AGO);

        assertThat(run("audit", "hold", "a", "--user", "jo", "--reason", "case 7")).isZero();
        assertThat(terminal.out()).isEqualTo("a is held.\n");
        assertThat(last("local").kind()).isEqualTo(RecordKind.HOLD);
        assertThat(last("local").user()).isEqualTo("jo");
        assertThat(last("local").content()).isEqualTo("{\"reason\":\"case 7\"}");
        assertThat(run("audit", "hold", "a")).isZero();
        assertThat(terminal.out()).isEqualTo("a is held already.\n");
        assertThat(run("audit", "erase", "--before", "2020-01-01")).isZero();
        assertThat(terminal.out()).isEqualTo("local: 0 erased\n");

        assertThat(run("audit", "release", "a")).isZero();
        assertThat(terminal.out()).isEqualTo("a is released.\n");
        assertThat(run("audit", "release", "a")).isZero();
        assertThat(terminal.out()).isEqualTo("a is not held.\n");
        assertThat(trail.after("local", 0, 100)).hasSize(3);
        assertThat(run("audit", "erase", "--before", "2020-01-01")).isZero();
        assertThat(terminal.out()).isEqualTo("local: 1 erased\n");
    }

    @Test
    void onlyAnAnswerIsHeld() {
        answer("other", "a", NOW);

        assertThat(run("audit", "hold", "a")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("superbill: a: There is no answer of that id.\n");
        assertThat(run("audit", "hold", "a", "--tenant", "other")).isZero();
    }

    @Test
    void whatIsErasedIsOnRecordAndItsNoteForgotten() {
        answer("clinic", "old", LONG_AGO);
        answer("clinic", "day", LONG_AGO.plusMillis(1));
        answer("other", "new", NOW);

        assertThat(run("audit", "erase", "--before", "2020-01-01", "--user", "jo")).isZero();
        assertThat(terminal.out()).isEqualTo("clinic: 1 erased\nother: 0 erased\n");
        assertThat(last("clinic").kind()).isEqualTo(RecordKind.ERASURE);
        assertThat(last("clinic").user()).isEqualTo("jo");
        assertThat(last("clinic").content())
                .isEqualTo("{\"before\":\"2020-01-01T00:00:00Z\",\"contents\":1}");
        assertThat(last("other").kind()).isEqualTo(RecordKind.ANSWER);
        assertThat(notes.ids).containsExactly("clinic/old");
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void aDateIsADate() {
        assertThat(run("audit", "erase", "--before", "yesterday")).isEqualTo(2);
        assertThat(run("audit", "erase")).isEqualTo(2);
        assertThat(run("audit")).isEqualTo(2);
    }

    @Test
    void aStoreThatIsDownIsAFailureOfOurs() {
        var down =
                new TestTerminal(
                        TestTerminal.keeper(
                                new AuditTrail() {
                                    @Override
                                    public TrailRecord append(AuditRecord record) {
                                        throw unavailable();
                                    }

                                    @Override
                                    public Optional<TrailRecord> find(String tenant, String id) {
                                        throw unavailable();
                                    }

                                    @Override
                                    public List<TrailRecord> after(
                                            String tenant, long after, int limit) {
                                        throw unavailable();
                                    }

                                    @Override
                                    public List<TrailRecord> about(String tenant, String answerId) {
                                        throw unavailable();
                                    }

                                    @Override
                                    public List<String> tenants() {
                                        throw unavailable();
                                    }

                                    @Override
                                    public int erase(String tenant, Instant before) {
                                        throw unavailable();
                                    }
                                }));

        assertThat(down.run("audit", "verify")).isEqualTo(1);
        assertThat(down.run("audit", "hold", "a")).isEqualTo(1);
        assertThat(down.run("audit", "erase", "--before", "2020-01-01")).isEqualTo(1);
        assertThat(down.err())
                .isEqualTo(
                        """
                        superbill: audit: it is down
                        superbill: a: it is down
                        superbill: audit: it is down
                        """);
    }

    private static CodingException unavailable() {
        return new CodingException(Fault.STORE_UNAVAILABLE, "it is down");
    }
}
