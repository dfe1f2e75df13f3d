package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer.Evidence;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every span of the note that an answer or a coder cites, and what it supports.
///
/// @param marks the spans
/// @param names what their keys are called
record Evidenced(List<Mark> marks, Map<String, String> names) {
    Evidenced {
        marks = List.copyOf(marks);
        names = Map.copyOf(names);
    }

    /// What the suggestions cite.
    static Evidenced by(SuggestionAnswer answer, CodingCase found) {
        var collected = new Collection();
        answer.lines().forEach(collected::line);
        for (var diagnosis : answer.diagnoses()) {
            collected.all(
                    Keys.of(diagnosis.system(), diagnosis.code()),
                    diagnosis.code(),
                    diagnosis.evidence());
        }
        for (var rejected : answer.rejected()) {
            collected.all(
                    Keys.rejected(rejected.system(), rejected.code()),
                    rejected.code() + " (rejected)",
                    rejected.evidence());
        }
        collected.visit(answer.evaluationAndManagement());
        collected.added(found);
        return collected.done();
    }

    /// What coders cite alone.
    static Evidenced byCoders(CodingCase found) {
        var collected = new Collection();
        collected.added(found);
        return collected.done();
    }

    private static final class Collection {
        private final List<Mark> marks = new ArrayList<>();
        private final Map<String, String> names = new HashMap<>();

        void line(SuggestionAnswer.Line line) {
            var key = Keys.of(line.system(), line.code());
            all(key, line.code(), line.evidence());
            line.modifiers().forEach(modifier -> all(key, line.code(), modifier.evidence()));
            var work = line.appendixS();
            if (work != null) {
                var shown = work.documentation();
                all(key + "-input", line.code() + " input", shown.input().evidence());
                all(key + "-process", line.code() + " process", shown.process().evidence());
                all(key + "-output", line.code() + " output", shown.output().evidence());
            }
        }

        void visit(SuggestionAnswer.Visit visit) {
            var mdm = visit.mdm();
            if (mdm != null) {
                all("mdm-problems", "problems", mdm.problems().evidence());
                all("mdm-data", "data", mdm.data().evidence());
                all("mdm-risk", "risk", mdm.risk().evidence());
            }
            var time = visit.time();
            if (time != null) {
                all("visit-time", "time", time.evidence());
            }
        }

        void added(CodingCase found) {
            for (var decided : found.standing()) {
                if (decided.action() instanceof CoderAction.Add(var line, var spans, _)) {
                    var key = Keys.of(line.code());
                    names.put(key, line.code().value());
                    spans.forEach(span -> marks.add(new Mark(span, Mark.Meaning.EVIDENCE, key)));
                }
            }
        }

        void all(String key, String name, List<Evidence> evidence) {
            names.put(key, name);
            evidence.forEach(words -> marks.add(Mark.evidence(words.start(), words.end(), key)));
        }

        Evidenced done() {
            return new Evidenced(marks, names);
        }
    }
}
