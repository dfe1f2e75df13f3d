package dev.superbill.adapter.store.trail;

import dev.superbill.audit.TrailRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// How long an append to the SQLite trail takes until it is on the disk, for one thread and for
/// eight that share transactions. The file lies in `superbill.bench.folder`, or `target`: the disk
/// is what is measured.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class AppendBenchmark {
    private static final String CONTENT = "{\"line\":\"" + "X0001 ".repeat(500) + "\"}";

    private final AtomicLong next = new AtomicLong();
    private SqliteDatabase database = SqliteFile.database(Path.of(""));
    private SqliteTrail trail = new SqliteTrail(database);

    /// Makes an empty database.
    @Setup
    public void open() throws IOException {
        var folder = Path.of(System.getProperty("superbill.bench.folder", "target"));
        database =
                SqliteFile.database(
                        Files.createTempDirectory(folder, "append").resolve("superbill.db"));
        trail = new SqliteTrail(database);
    }

    /// One writer: every append waits for the disk alone.
    @Benchmark
    @Threads(1)
    public TrailRecord alone() {
        return append();
    }

    /// Eight writers: those that wait are written together.
    @Benchmark
    @Threads(8)
    public TrailRecord eight() {
        return append();
    }

    private TrailRecord append() {
        return trail.append(Records.saying(CONTENT, Records.answer("r" + next.incrementAndGet())));
    }

    /// Closes it.
    @TearDown
    public void close() {
        database.close();
    }
}
