package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.TENANT;
import static dev.superbill.adapter.store.trail.Records.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.ChainCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills processes while they append, as the system does when it runs out of memory.
class CrashTest {
    static final String STARTED = "started";

    @TempDir Path folder;

    /// Another program that appends.
    private record Writer(Process process, BufferedReader out) {
        /// The next that it acknowledged.
        String next() throws IOException {
            var line = out.readLine();
            if (line == null) {
                throw new AssertionError("the writer ended by itself");
            }
            return line;
        }

        /// Kills it.
        ///
        /// @return what it had acknowledged until then
        List<String> kill() throws IOException, InterruptedException {
            // By its handle: the process itself would close its output, with what is in it.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            var rest = new ArrayList<String>();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                rest.add(line);
            }
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            return rest;
        }
    }

    private Writer start(Path file, String name) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                AppendingProcess.class.getName(),
                                file.toString(),
                                name)
                        .redirectError(folder.resolve(name + ".log").toFile())
                        .start();
        return new Writer(process, process.inputReader());
    }

    @Test
    void noAcknowledgedRecordIsLostWheneverTheProcessIsKilled() throws Exception {
        var file = folder.resolve("superbill.db");
        var acknowledged = new HashSet<String>();
        var random = new Random(20260615);
        for (int round = 0; round < 3; round++) {
            var writer = start(file, "r" + round);
            assertThat(writer.next()).isEqualTo(STARTED);
            // The first is killed while it makes the database.
            int wanted = round == 0 ? 0 : 1 + random.nextInt(100);
            for (int i = 0; i < wanted; i++) {
                acknowledged.add(writer.next());
            }
            acknowledged.addAll(writer.kill());

            everyRecordIsThere(file, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(2);
    }

    @Test
    void noAcknowledgedRecordIsLostWhenSeveralProcessesWriteToOneFile() throws Exception {
        var file = folder.resolve("superbill.db");
        var acknowledged = new HashSet<String>();
        var random = new Random(7);
        var writers = List.of(start(file, "a"), start(file, "b"), start(file, "c"));
        for (var writer : writers) {
            assertThat(writer.next()).isEqualTo(STARTED);
        }
        // One after the other is killed while those behind it go on writing.
        for (int killed = 0; killed < writers.size(); killed++) {
            for (var writer : writers.subList(killed, writers.size())) {
                int wanted = 1 + random.nextInt(10);
                for (int i = 0; i < wanted; i++) {
                    acknowledged.add(writer.next());
                }
            }
            acknowledged.addAll(writers.get(killed).kill());
            everyRecordIsThere(file, acknowledged);
        }
        assertThat(acknowledged)
                .anyMatch(id -> id.startsWith("a-"))
                .anyMatch(id -> id.startsWith("b-"))
                .anyMatch(id -> id.startsWith("c-"));
    }

    private static void everyRecordIsThere(Path file, Set<String> acknowledged) {
        try (var database = SqliteFile.database(file)) {
            var trail = new SqliteTrail(database);
            assertThat(ids(trail)).containsAll(acknowledged);
            assertThat(ChainCheck.of(trail, TENANT).breaks()).isEmpty();
            var next = answer("after " + acknowledged.size());
            assertThat(trail.append(next).record()).isEqualTo(next);
        }
    }

    private static Set<String> ids(AuditTrail trail) {
        return trail.after(TENANT, 0, Integer.MAX_VALUE).stream()
                .map(kept -> kept.record().id())
                .collect(Collectors.toSet());
    }
}
