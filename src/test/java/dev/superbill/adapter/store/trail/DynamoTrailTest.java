package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.TENANT;
import static dev.superbill.adapter.store.trail.Records.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.audit.ChainCheck;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DynamoTrailTest {
    private static final int WRITERS = 4;
    private static final int EACH = 10;

    /// Each writer has a trail of its own, as functions side by side have, so that none waits for
    /// another and they meet at the table.
    @Test
    void writersThatKnowNothingOfEachOtherMakeOneChain() throws Exception {
        try (var dynamo = new LocalDynamo();
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var start = new CyclicBarrier(WRITERS);
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                work.add(() -> {
                    var trail = new DynamoTrail(dynamo.tables());
                    start.await();
                    for (int n = 0; n < EACH; n++) {
                        trail.append(answer("w" + writer + "-" + n));
                    }
                    return EACH;
                });
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(EACH);
            }
            var check = ChainCheck.of(new DynamoTrail(dynamo.tables()), TENANT);
            assertThat(check.breaks()).isEmpty();
            assertThat(check.records()).isEqualTo(WRITERS * EACH);
        }
    }
}
