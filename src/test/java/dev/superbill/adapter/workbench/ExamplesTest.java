package dev.superbill.adapter.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer.AppendixS;
import dev.superbill.adapter.wire.SuggestionAnswer.Documentation;
import dev.superbill.adapter.wire.SuggestionAnswer.Evidence;
import dev.superbill.adapter.wire.SuggestionAnswer.Line;
import dev.superbill.adapter.wire.SuggestionAnswer.Part;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked examples of the workbench are requests that the interface takes, and their answers
/// show what the workbench is there to show.
class ExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/workbench/examples");
    private static final Set<String> KINDS =
            Set.of("operative", "endoscopy", "imaging", "visit", "software");
    private static final int SHORTEST = 800;
    private static final int LONGEST = 3500;
    private static final int YEAR = 2026;
    private static final Api API = Sample.api(NoteClassifier.none(), AuditTrail.none());

    /// A worked example as it is stored.
    record Example(String title, String kind, SuggestionRequest.Encounter encounter, String text) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<String> names() throws IOException {
        return Files.readAllLines(FOLDER.resolve("index"));
    }

    static List<Example> examples() throws IOException {
        var examples = new ArrayList<Example>();
        for (var name : names()) {
            examples.add(Json.read(Files.readString(FOLDER.resolve(name)), Example.class));
        }
        return examples;
    }

    @Test
    void theIndexNamesEveryFileInOrder() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".json"))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void everyKindHasAnExampleAndNoTitleStandsTwice() throws IOException {
        assertThat(examples()).extracting(Example::kind).containsAll(KINDS);
        assertThat(examples()).extracting(Example::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAsLongAsANoteAndOfThisYear(Example example) {
        assertThat(example.kind()).isIn(KINDS);
        assertThat(example.text().length()).isBetween(SHORTEST, LONGEST);
        assertThat(example.encounter().serviceDate().getYear()).isEqualTo(YEAR);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAnsweredWithWordsOfItsOwn(Example example) {
        var answer = answer(example);

        assertThat(answer.lines().isEmpty() && answer.routing().reasons().isEmpty()).isFalse();
        assertThat(evidence(answer))
                .allSatisfy(words ->
                        assertThat(words.quote())
                                .isEqualTo(example.text().substring(words.start(), words.end())));
        assertThat(answer.lines()).allSatisfy(line -> assertThat(line.evidence()).isNotEmpty());
    }

    @Test
    void oneExampleSetsTwoLinesAgainstEachOtherByNcci() throws IOException {
        assertThat(examples())
                .anySatisfy(example ->
                        assertThat(answer(example).lines())
                                .anySatisfy(line ->
                                        assertThat(line.findings())
                                                .extracting(SuggestionAnswer.Finding::rule)
                                                .contains("ncci-ptp")));
    }

    @Test
    void softwareIsShownWithEachPartOfItsDocumentationMetAndWithEachOfTwoMissing()
            throws IOException {
        var shown =
                examples().stream()
                        .filter(example -> example.kind().equals("software"))
                        .flatMap(example -> answer(example).lines().stream())
                        .map(Line::appendixS)
                        .filter(Objects::nonNull)
                        .map(AppendixS::documentation)
                        .map(ExamplesTest::states)
                        .toList();

        assertThat(shown)
                .contains(
                        List.of("met", "met", "met"),
                        List.of("met", "missing", "met"),
                        List.of("met", "met", "missing"));
    }

    private static List<String> states(Documentation documentation) {
        return Stream.of(documentation.input(), documentation.process(), documentation.output())
                .map(Part::state)
                .toList();
    }

    private static SuggestionAnswer answer(Example example) {
        var request =
                new SuggestionRequest(
                        example.encounter(),
                        new SuggestionRequest.Note(null, example.text()),
                        null);
        var reply =
                API.answer(Call.suggestions(Actor.alone("ann"), Door.HTTP, Json.write(request)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.read(SuggestionAnswer.class);
    }

    private static List<Evidence> evidence(SuggestionAnswer answer) {
        return Stream.of(
                        answer.lines().stream().map(Line::evidence),
                        answer.diagnoses().stream().map(SuggestionAnswer.Diagnosis::evidence),
                        answer.rejected().stream().map(SuggestionAnswer.Rejected::evidence))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .toList();
    }
}
