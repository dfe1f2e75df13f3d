package dev.superbill.codeset;

import dev.superbill.adapter.store.BundleFolder;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long mapping the bundles of `superbill.bundles` (`target/bundles` where it is not set) takes
/// in a fresh process, after what ships with the program is open.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Measurement(iterations = 1)
@Fork(10)
public class BundleOpenBenchmark {
    private CodeSets own = EmbeddedKnowledge.load().codeSets();

    /// Opens what ships.
    @Setup
    public void open() {
        own = EmbeddedKnowledge.load().codeSets();
    }

    /// Maps the bundles.
    @Benchmark
    public CodeSets map() {
        var folder = Path.of(System.getProperty("superbill.bundles", "target/bundles"));
        return new BundleFolder(folder, own).current();
    }
}
