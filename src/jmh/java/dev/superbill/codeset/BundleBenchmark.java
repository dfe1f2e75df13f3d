package dev.superbill.codeset;

import dev.superbill.adapter.store.BundleFolder;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.code.Code;
import dev.superbill.note.ClaimType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;

/// Questions to a bundle of whole official files, which lies in the folder that the system property
/// `superbill.bundles` names (`target/bundles` where it is not set).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BundleBenchmark {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);
    private static final List<Code> CODES =
            List.<Code>of(
                    new Code.Cpt("47562"),
                    new Code.Cpt("99214"),
                    new Code.Icd10("K80.10"),
                    new Code.Hcpcs("J1100"),
                    new Code.Icd10("S52.501A"),
                    new Code.Cpt("00100"),
                    new Code.Cpt("93306"),
                    new Code.Icd10("Z99.89"));
    private static final List<Code> CLAIM =
            List.of(
                            "47562", "47563", "49320", "99214", "93000", "36415", "80053", "85025",
                            "71046", "74177", "43239", "43235", "45385", "45380", "11042", "20610",
                            "64483", "62323", "77003", "96372")
                    .stream()
                    .<Code>map(Code.Cpt::new)
                    .toList();

    private CodeSets codeSets = EmbeddedKnowledge.load().codeSets();
    private int next;

    /// Maps the bundles.
    @Setup
    public void open() {
        var folder = Path.of(System.getProperty("superbill.bundles", "target/bundles"));
        codeSets = new BundleFolder(folder, codeSets).current();
        if (codeSets.official().loaded().isEmpty()) {
            throw new IllegalStateException("there is no bundle in " + folder);
        }
    }

    private Code code() {
        next = (next + 1) % CODES.size();
        return CODES.get(next);
    }

    /// Whether a code may be reported on a date.
    @Benchmark
    public CodeSets.Standing standing() {
        return codeSets.standing(code(), DATE);
    }

    /// Everything that is known of a code on a date.
    @Benchmark
    public Optional<CodeEntry> entry() {
        return codeSets.find(code(), DATE);
    }

    /// Two codes that an edit joins.
    @Benchmark
    public Optional<PtpMatch> pair() {
        return codeSets.ptp(CLAIM.get(1), CLAIM.get(0), ClaimType.PROFESSIONAL, DATE);
    }

    /// Two codes that no edit joins.
    @Benchmark
    public Optional<PtpMatch> noPair() {
        return codeSets.ptp(CLAIM.get(3), CLAIM.get(0), ClaimType.PROFESSIONAL, DATE);
    }

    /// Every pair of a claim of twenty lines, both ways.
    @Benchmark
    public List<PtpConflict> claim() {
        return codeSets.ptpAmong(CLAIM, ClaimType.PROFESSIONAL, DATE);
    }

    /// Opening the bundles again in a warm process.
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public CodeSets reopen() {
        var folder = Path.of(System.getProperty("superbill.bundles", "target/bundles"));
        return new BundleFolder(folder, codeSets).current();
    }
}
