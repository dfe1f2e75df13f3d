package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.candidate.Candidate;
import dev.superbill.candidate.CandidateMerger;
import dev.superbill.candidate.LookupSource;
import dev.superbill.classification.NoteClassification;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.mention.MentionFinder;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An entry of the code table counts only if a sentence that another hand than its author's wrote
/// finds it among the first ten. The sentences that do not are written to `target/retrieval`.
class RetrievalTest {
    private static final Path SENTENCES = Path.of("src/test/resources/retrieval");
    private static final Path MISSED = Path.of("target/retrieval");
    private static final LocalDate SERVICE_DATE = LocalDate.of(2026, 6, 15);
    private static final int FIRST = 10;

    private final Knowledge knowledge = EmbeddedKnowledge.load();
    private final Sectionizer sectionizer = new Sectionizer();
    private final MentionFinder finder = new MentionFinder(knowledge.lexicon());
    private final LookupSource lookup = new LookupSource(knowledge.codeSets().table());
    private final CandidateMerger merger =
            new CandidateMerger(knowledge.codeSets(), knowledge.confidence());

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    cpt,       CPT,       PROCEDURE PERFORMED, 2500
                    hcpcs,     HCPCS,     PROCEDURE PERFORMED, 400
                    icd-10-cm, ICD_10_CM, ASSESSMENT,          2500
                    """)
    void enoughEntriesAreFoundByASentenceOfAnotherHand(
            String file, CodeSystem system, String heading, int wanted) throws IOException {
        var missed = new ArrayList<String>();
        int found = 0;
        for (var line : Files.readAllLines(SENTENCES.resolve(file + ".tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            var fields = line.split("\t", 2);
            var first = first(system, heading + ":\n" + fields[1] + "\n");
            if (first.contains(Code.of(system, fields[0]))) {
                found++;
            } else {
                missed.add(line + "\t" + first.stream().map(Code::value).toList());
            }
        }
        Files.createDirectories(MISSED);
        Files.write(MISSED.resolve(file + ".tsv"), missed);

        assertThat(found)
                .as("found among the first ten; %s were not", missed.size())
                .isGreaterThanOrEqualTo(wanted);
    }

    private List<Code> first(CodeSystem system, String text) {
        var note = new Note("", text);
        var mentions = finder.find(note, sectionizer.split(note));
        var proposed = lookup.propose(mentions, SERVICE_DATE, Set.of(system));
        return merger
                .merge(proposed, mentions, NoteClassification.none(), List.of(), SERVICE_DATE)
                .candidates()
                .stream()
                .map(Candidate::code)
                .limit(FIRST)
                .toList();
    }
}
