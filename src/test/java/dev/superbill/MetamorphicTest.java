package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.adapter.djl.DjlNoteClassifier;
import dev.superbill.adapter.djl.ModelForm;
import dev.superbill.adapter.djl.Precision;
import dev.superbill.adapter.djl.TransformerEngine;
import dev.superbill.adapter.djl.Trust;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.candidate.Origin;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.decision.Decision;
import dev.superbill.decision.Thresholds;
import dev.superbill.mention.Evidence;
import dev.superbill.note.Encounter;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Fact;
import dev.superbill.note.Note;
import dev.superbill.note.Sex;
import dev.superbill.note.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same note in another form gives the same codes, and a note that says the opposite does not.
///
/// Codes whose confidence lies near the threshold, in either form, are not compared: diagnoses
/// within [#NEAR] of it, procedures unless they are at least [#MODEL_NEAR] above, since their
/// confidence moves with the note classifier's scores and with the votes of similar notes, which
/// every word of the note has a share in. A visit is a line whatever its confidence, so that one is
/// compared where the engine holds it likelier than not.
///
/// `-Dmetamorphic.model` names the folder of another model than the one shipped.
class MetamorphicTest {
    private static final double NEAR = 0.05;
    private static final double MODEL_NEAR = 0.2;
    private static final double LIKELY = 0.5;
    private static final int EVERY = 5;
    private static final int MOST_ROUNDS = 12;
    private static final int MOST_CODES = 4;
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path WRITTEN = Path.of("models/training/written");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
    private static final Thresholds THRESHOLDS = Thresholds.of(KNOWLEDGE.confidence().thresholds());
    private static final DjlNoteClassifier CLASSIFIER =
            DjlNoteClassifier.open(
                    Path.of(System.getProperty("metamorphic.model", "models/note-encoder")),
                    new ModelForm(
                            TransformerEngine.PYTORCH,
                            Path.of("target/pytorch"),
                            Precision.INT8,
                            Trust.NOTHING),
                    1);
    private static final CodingPipeline PIPELINE =
            new CodingPipeline(KNOWLEDGE, CLASSIFIER, () -> 0L);
    private static final Map<String, CodingResult> READ = new HashMap<>();
    private static final Map<String, List<Boolean>> CHANGED = new TreeMap<>();

    /// A note and what is told of its encounter.
    record Base(String name, String text, Encounter encounter) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A code of an answer.
    record Given(
            Code code,
            double confidence,
            boolean visit,
            boolean looked,
            List<Evidence> evidence,
            int units) {
        /// Whether the code is compared.
        ///
        /// @param near how near the threshold the confidence of a diagnosis may move
        boolean comparable(double near) {
            if (visit) {
                return confidence >= LIKELY;
            }
            if (code.system() == CodeSystem.ICD_10_CM) {
                return Math.abs(confidence - THRESHOLDS.keepDiagnosis()) > near;
            }
            // Below the threshold it is the best of a note without a sure one: for review, and a
            // near second may take its place.
            return confidence - THRESHOLDS.keepLine() > MODEL_NEAR;
        }

        List<Span> spans() {
            return evidence.stream().map(Evidence::span).toList();
        }

        @Override
        public String toString() {
            return code.value()
                    + (looked ? "L" : "")
                    + String.format(Locale.ROOT, " %.2f", confidence);
        }
    }

    @AfterAll
    static void close() {
        CLASSIFIER.close();
        CHANGED.forEach((relation, changes) ->
                System.out.printf(
                        Locale.ROOT,
                        "metamorphic, %s: %d of %d notes change%n",
                        relation,
                        changes.stream().filter(changed -> changed).count(),
                        changes.size()));
    }

    static List<Base> notes() throws IOException {
        var notes = new ArrayList<Base>();
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            for (var folder : folders.sorted().toList()) {
                notes.add(
                        new Base(
                                folder.getFileName().toString(),
                                Files.readString(folder.resolve("note.txt")),
                                encounter(
                                        JSON.readTree(folder.resolve("encounter.json").toFile()))));
            }
        }
        try (Stream<Path> files = Files.list(WRITTEN)) {
            int number = 0;
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    if (number++ % EVERY == 0) {
                        var written = JSON.readTree(line);
                        notes.add(
                                new Base(
                                        written.path("note_id").asText(),
                                        written.path("text").asText(),
                                        EncounterBuilder.on("2026-06-30").build()));
                    }
                }
            }
        }
        return notes;
    }

    private static Encounter encounter(JsonNode told) {
        var patient = told.path("patient");
        var builder =
                EncounterBuilder.on(told.path("serviceDate").asText())
                        .place(told.path("placeOfService").asText())
                        .payer(told.path("payer").asText());
        if (patient.has("ageYears")) {
            builder.age(patient.path("ageYears").asInt());
        }
        if (patient.has("sex")) {
            builder.sex(Sex.valueOf(patient.path("sex").asText().toUpperCase(Locale.ROOT)));
        }
        if (patient.has("established")) {
            builder.established(Fact.known(patient.path("established").asBoolean()));
        }
        return builder.build();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void capitalsChangeNothing(Base base) {
        same("capitals", base, NoteVariants.capitals(base.text));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void wrappedLinesChangeNothing(Base base) {
        same("wrapped", base, NoteVariants.wrapped(base.text, 80));
    }

    /// Lines unwrapped are the base notes: nearly all of them have a line a paragraph.
    @ParameterizedTest
    @MethodSource("notes")
    void wrappedCapitalsChangeNothing(Base base) {
        same("wrapped capitals", base, NoteVariants.capitals(NoteVariants.wrapped(base.text, 72)));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void otherNamesChangeNothing(Base base) {
        same("names", base, NoteVariants.otherNames(base.text));
    }

    /// The place at which a note first names a code is part of the code's confidence, since authors
    /// begin with what matters: so the band around the threshold is [#MODEL_NEAR] for all codes.
    @ParameterizedTest
    @MethodSource("notes")
    void theOrderOfSectionsChangesNothing(Base base) {
        var reordered = NoteVariants.reordered(base.text);
        assumeThat(reordered).isNotEqualTo(base.text);
        same("reordered", base, reordered, MODEL_NEAR);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void boilerplateChangesNothing(Base base) {
        same("boilerplate", base, NoteVariants.withFooter(base.text));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void quotesAndLineEndsChangeNothing(Base base) {
        same("typographic", base, NoteVariants.typographic(base.text));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void blanksChangeNothing(Base base) {
        same("blanks", base, NoteVariants.blanks(base.text));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void aNotePastedTwiceIsReadOnce(Base base) {
        var units = new HashMap<Code, Integer>();
        given(result(base, base.text)).forEach(line -> units.put(line.code, line.units));
        var pasted = given(result(base, NoteVariants.twice(base.text)));
        for (var line : pasted) {
            if (units.containsKey(line.code)) {
                assertThat(line.units).as(line.toString()).isEqualTo(units.get(line.code));
            }
        }
        same("twice", base, NoteVariants.twice(base.text));
    }

    /// Where one sentence alone carries a code, its words are denied, in each of the ways in which
    /// notes deny: the code goes.
    ///
    /// Codes whose evidence stands in several sentences stay out, and so do visits, which rest on
    /// the whole note. Codes that only the ranker names stay out too: it reads a whole passage, and
    /// none of its words is the mention to deny.
    @ParameterizedTest
    @MethodSource("notes")
    void aDenialTakesTheCodeAway(Base base) {
        var kept = new ArrayList<String>();
        for (var line : restingOnOneSentence(base)) {
            for (var denied : denials(base.text, line)) {
                var result = result(base, denied);
                check(denied, result);
                if (codes(result).contains(line.code)) {
                    kept.add(line.toString());
                }
            }
        }
        note("denied", !kept.isEmpty());
        assertThat(kept).isEmpty();
    }

    private static List<Given> restingOnOneSentence(Base base) {
        var resting = new ArrayList<Given>();
        for (var line : given(result(base, base.text))) {
            long sentences =
                    line.spans().stream()
                            .map(span -> NoteVariants.sentence(base.text, span))
                            .distinct()
                            .count();
            if (line.visit || !line.looked || sentences != 1 || resting.size() == MOST_CODES) {
                continue;
            }
            var without = NoteVariants.without(base.text, line.spans());
            if (!without.isBlank() && !codes(result(base, without)).contains(line.code)) {
                resting.add(line);
            }
        }
        return resting;
    }

    private static List<String> denials(String text, Given line) {
        return line.code.system() == CodeSystem.ICD_10_CM
                ? List.of(
                        NoteVariants.replaced(text, line.spans(), said -> "no evidence of " + said),
                        NoteVariants.replaced(text, line.spans(), said -> "denies " + said))
                : List.of(
                        NoteVariants.replaced(
                                text, line.spans(), said -> said + " was not performed"),
                        NoteVariants.replaced(
                                text, line.spans(), said -> "did not perform " + said));
    }

    /// The sentences quoted as evidence of a code are deleted, and so on while more are quoted: the
    /// code goes, and before the note does. Visits stay out: they rest on the whole note.
    @ParameterizedTest
    @MethodSource("notes")
    void withoutItsEvidenceACodeGoes(Base base) {
        var stayed = new ArrayList<String>();
        for (var line :
                given(result(base, base.text)).stream()
                        .filter(given -> !given.visit)
                        .limit(MOST_CODES)
                        .toList()) {
            var text = base.text;
            var evidence = line.spans();
            int round = 0;
            while (!evidence.isEmpty() && round++ < MOST_ROUNDS) {
                text = NoteVariants.without(text, evidence);
                if (text.isBlank()) {
                    break;
                }
                var result = result(base, text);
                check(text, result);
                evidence =
                        given(result).stream()
                                .filter(given -> given.code.equals(line.code))
                                .findFirst()
                                .map(Given::spans)
                                .orElse(List.of());
            }
            if (!evidence.isEmpty()) {
                stayed.add(line.toString());
            }
        }
        note("evidence deleted", !stayed.isEmpty());
        assertThat(stayed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notes")
    void evidenceIsQuotedWordForWord(Base base) {
        check(base.text, result(base, base.text));
    }

    private static void same(String relation, Base base, String variant) {
        same(relation, base, variant, NEAR);
    }

    private static void same(String relation, Base base, String variant, double near) {
        var read = result(base, variant);
        check(variant, read);
        var expected = given(result(base, base.text));
        var found = given(read);
        var unsure =
                Stream.concat(expected.stream(), found.stream())
                        .filter(given -> !given.comparable(near))
                        .map(Given::code)
                        .collect(Collectors.toSet());
        var differences = new TreeSet<String>();
        missing(expected, found, unsure).forEach(given -> differences.add("lost " + given));
        missing(found, expected, unsure).forEach(given -> differences.add("won " + given));
        note(relation, !differences.isEmpty());
        assertThat(differences).isEmpty();
    }

    private static List<Given> missing(List<Given> from, List<Given> in, Set<Code> unsure) {
        return from.stream()
                .filter(given -> !unsure.contains(given.code))
                .filter(given -> in.stream().noneMatch(other -> other.code.equals(given.code)))
                .toList();
    }

    private static void note(String relation, boolean changed) {
        CHANGED.computeIfAbsent(relation, _ -> new ArrayList<>()).add(changed);
    }

    private static CodingResult result(Base base, String text) {
        return text.equals(base.text)
                ? READ.computeIfAbsent(base.name, _ -> read(base, text))
                : read(base, text);
    }

    private static CodingResult read(Base base, String text) {
        return PIPELINE.code(new Note("", text), base.encounter, CodingOptions.defaults());
    }

    private static Set<Code> codes(CodingResult result) {
        return given(result).stream().map(Given::code).collect(Collectors.toSet());
    }

    /// The codes that are suggested or sent for review.
    private static List<Given> given(CodingResult result) {
        var given = new ArrayList<Given>();
        for (var line : result.lines()) {
            if (!(line.decision() instanceof Decision.Withhold)) {
                given.add(
                        new Given(
                                line.code(),
                                line.confidence(),
                                line.origins().contains(Origin.VISIT),
                                line.origins().contains(Origin.LOOKUP),
                                line.evidence(),
                                line.units()));
            }
        }
        for (var diagnosis : result.diagnoses()) {
            if (!(diagnosis.decision() instanceof Decision.Withhold)) {
                given.add(
                        new Given(
                                diagnosis.code(),
                                diagnosis.confidence(),
                                false,
                                true,
                                diagnosis.evidence(),
                                1));
            }
        }
        return given;
    }

    /// Every quote is what stands in the note at its span.
    private static void check(String text, CodingResult result) {
        var note = new Note("", text);
        var evidence =
                Stream.of(
                                result.lines().stream().flatMap(line -> line.evidence().stream()),
                                result.diagnoses().stream()
                                        .flatMap(diagnosis -> diagnosis.evidence().stream()),
                                result.rejected().stream()
                                        .flatMap(rejection -> rejection.evidence().stream()),
                                result.visit().evidence().stream())
                        .flatMap(all -> all)
                        .toList();
        for (var quoted : evidence) {
            assertThat(quoted.quote()).isEqualTo(note.slice(quoted.span()));
        }
    }
}
