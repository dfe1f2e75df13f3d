package dev.superbill.adapter.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.Knowledge;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.mention.MentionFinder;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import dev.superbill.visit.FamilyCues;
import dev.superbill.visit.Mdm;
import dev.superbill.visit.VisitFamily;
import dev.superbill.visit.VisitLeveler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the cues that tell the family of each note, and its medical decision making as each
/// family would read it: the input of `models/training/fit_visits.py`.
///
/// Notes come as for [ProposalDump].
public final class VisitDump {
    private final ObjectMapper json = new ObjectMapper();
    private final Knowledge knowledge = EmbeddedKnowledge.load();
    private final Sectionizer sectionizer = new Sectionizer();
    private final MentionFinder finder = new MentionFinder(knowledge.lexicon());
    private final VisitLeveler leveler = new VisitLeveler(knowledge.codeSets(), knowledge.visits());

    private VisitDump() {}

    /// Reads notes and writes cues: the notes' file, the file to write.
    ///
    /// @throws IOException if a file cannot be read or written
    public static void main(String[] args) throws IOException {
        var dump = new VisitDump();
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
        FamilyCues.all().forEach(header.putArray("cues")::add);
        header.put("ofTheNote", FamilyCues.ofTheNote());
        out.write(json.writeValueAsString(header));
        out.newLine();
    }

    private void writeNote(JsonNode input, BufferedWriter out) throws IOException {
        var note = new Note(input.get("id").asText(), input.get("text").asText());
        var mentions = finder.find(note, sectionizer.split(note));
        var result = json.createObjectNode().put("id", note.id());
        var classification = HeldOut.classification(input);
        FamilyCues.values(mentions, classification).forEach(result.putArray("cues")::add);
        var mdm = result.putObject("mdm");
        for (var family : VisitFamily.values()) {
            elements(leveler.decisionMaking(mentions, family))
                    .forEach(mdm.putArray(family.label())::add);
        }
        out.write(json.writeValueAsString(result));
        out.newLine();
    }

    private static List<Integer> elements(Mdm mdm) {
        return List.of(
                mdm.problems().level().ordinal(),
                mdm.data().level().ordinal(),
                mdm.risk().level().ordinal());
    }
}
