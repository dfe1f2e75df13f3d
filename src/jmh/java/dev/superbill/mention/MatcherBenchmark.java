package dev.superbill.mention;

import dev.superbill.SampleNote;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.note.Note;
import dev.superbill.section.Section;
import dev.superbill.section.Sectionizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The matcher over a note of 100,000 characters: 10 operations a second are 1 MB/s.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatcherBenchmark {
    private final MentionFinder finder = new MentionFinder(EmbeddedKnowledge.load().lexicon());
    private final Note note = SampleNote.of(Note.MAX_LENGTH);
    private final List<Section> sections = new Sectionizer().split(note);

    /// Words, phrases and assertions.
    @Benchmark
    public List<Mention> scan() {
        return finder.scan(note, sections);
    }

    /// The same, and the expressions that the phrases make true.
    @Benchmark
    public NoteMentions find() {
        return finder.find(note, sections);
    }
}
