package dev.superbill.adapter.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.Knowledge;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.candidate.CandidateMerger;
import dev.superbill.candidate.FamilyResolver;
import dev.superbill.candidate.FeatureNames;
import dev.superbill.candidate.LookupSource;
import dev.superbill.candidate.Proposal;
import dev.superbill.classification.RankedCode;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.mention.MentionFinder;
import dev.superbill.note.Encounter;
import dev.superbill.note.Note;
import dev.superbill.section.Passage;
import dev.superbill.section.Passages;
import dev.superbill.section.Sectionizer;
import dev.superbill.visit.VisitLeveler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes what lookup proposes for each note, with the features that confidence rests on: the input
/// of `models/training/fit_confidence.py`.
///
/// Notes come as JSON lines with `id`, `text` and, where the note was held out from the
/// classifier's training, the classification to use (`noteTypes`, `families`: label to
/// probability).
public final class ProposalDump {
    private final ObjectMapper json = new ObjectMapper();
    private final Knowledge knowledge = EmbeddedKnowledge.load();
    private final Sectionizer sectionizer = new Sectionizer();
    private final MentionFinder finder = new MentionFinder(knowledge.lexicon());
    private final LookupSource lookup = new LookupSource(knowledge.codeSets().table());
    private final FamilyResolver resolver =
            new FamilyResolver(
                    knowledge.codeSets().table(), knowledge.codeSets().supplement().families());
    private final CandidateMerger merger =
            new CandidateMerger(knowledge.codeSets(), knowledge.confidence());
    private final VisitLeveler leveler = new VisitLeveler(knowledge.codeSets(), knowledge.visits());
    private final LocalDate serviceDate;

    private ProposalDump(LocalDate serviceDate) {
        this.serviceDate = serviceDate;
    }

    /// Reads notes and writes proposals: the notes' file, the file to write, the service date.
    ///
    /// @throws IOException if a file cannot be read or written
    public static void main(String[] args) throws IOException {
        var dump = new ProposalDump(LocalDate.parse(args[2]));
        try (var notes = Files.newBufferedReader(Path.of(args[0]));
                var out = Files.newBufferedWriter(Path.of(args[1]))) {
            dump.writeHeader(out);
            for (var line = notes.readLine(); line != null; line = notes.readLine()) {
                dump.writeNote(dump.json.readTree(line), out);
            }
        }
    }

    private void writeHeader(BufferedWriter out) throws IOException {
        var header = json.createObjectNode();
        FeatureNames.PROCEDURE.forEach(header.putArray("procedure")::add);
        FeatureNames.DIAGNOSIS.forEach(header.putArray("diagnosis")::add);
        FeatureNames.STACKED.forEach(header.putArray("stacked")::add);
        FeatureNames.RANKED.forEach(header.putArray("ranked")::add);
        out.write(json.writeValueAsString(header));
        out.newLine();
    }

    private void writeNote(JsonNode input, BufferedWriter out) throws IOException {
        var note = new Note(input.get("id").asText(), input.get("text").asText());
        var classification = HeldOut.classification(input);
        var sections = sectionizer.split(note);
        var mentions = finder.find(note, sections);
        var found =
                resolver.resolve(
                        lookup.propose(mentions, serviceDate, Set.of(CodeSystem.values())),
                        mentions,
                        serviceDate);
        var proposals = found.proposals();
        var ranked = ranked(input, Passages.of(note, sections));
        var features = merger.features(proposals, classification, ranked, serviceDate);
        var visit = leveler.level(mentions, classification, Encounter.on(serviceDate));
        var result = json.createObjectNode().put("id", note.id());
        result.put("visitFamily", visit.family().label());
        visit.level().told().ifPresent(code -> result.put("visitCode", code.value()));
        visit.mdm()
                .told()
                .ifPresent(mdm ->
                        result.putArray("mdm")
                                .add(mdm.problems().level().label())
                                .add(mdm.data().level().label())
                                .add(mdm.risk().level().label()));
        if (input.has("noteTypes")) {
            result.set("noteTypes", input.get("noteTypes"));
        }
        var list = result.putArray("proposals");
        for (int i = 0; i < proposals.size(); i++) {
            list.add(proposal(proposals.get(i), features.get(i)));
        }
        var ousted = result.putArray("ousted");
        found.ousted().forEach(code -> ousted.add(code.code().value()));
        if (input.has("ranked")) {
            var measured = result.putArray("ranked");
            merger.rankedFeatures(proposals, mentions, classification, ranked, serviceDate)
                    .forEach((code, values) -> {
                        var node = measured.addObject().put("code", code.value());
                        values.forEach(node.putArray("features")::add);
                    });
        }
        out.write(json.writeValueAsString(result));
        out.newLine();
    }

    /// What the ranker said of the note, as `rank.py` wrote it: codes, each with its probability,
    /// the number of its passage, and its votes.
    private static List<RankedCode> ranked(JsonNode input, List<Passage> passages) {
        var ranked = new ArrayList<RankedCode>();
        for (var code : input.path("ranked")) {
            var value = code.get(0).asText();
            var system = Character.isLetter(value.charAt(0)) ? CodeSystem.HCPCS : CodeSystem.CPT;
            ranked.add(
                    new RankedCode(
                            Code.of(system, value),
                            code.get(1).asDouble(),
                            code.get(3).asDouble(),
                            passages.get(code.get(2).asInt())));
        }
        return ranked;
    }

    private ObjectNode proposal(Proposal proposal, List<Double> features) {
        var node =
                json.createObjectNode()
                        .put("code", proposal.code().value())
                        .put("system", proposal.code().system().label());
        proposal.expressions().forEach(node.putArray("expressions")::add);
        features.forEach(node.putArray("features")::add);
        return node;
    }
}
