package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import dev.superbill.classification.RankedCode;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.section.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Ranks the codes that the passages of a note may describe, with a small transformer that puts
/// passages and codes into one space.
final class CodeRanker implements AutoCloseable {
    /// Codes of a lower rank are not named: a probability of a thousandth and no votes.
    private static final double LEAST = 0.00001;

    /// Of each code a probability, the number of a passage, and votes.
    private static final int ROWS = 3;

    private static final int MOST = 60;

    private final WordPiece wordPiece;
    private final List<Code> codes;
    private final int longest;
    private final IdlePredictors predictors;

    private CodeRanker(
            WordPiece wordPiece, List<Code> codes, int longest, IdlePredictors predictors) {
        this.wordPiece = wordPiece;
        this.codes = codes;
        this.longest = longest;
        this.predictors = predictors;
    }

    /// Loads the ranker of a model folder.
    static CodeRanker open(ModelFolder files, WordPiece wordPiece, ModelForm form, int atOnce)
            throws IOException, MalformedModelException {
        var manifest = files.manifest().ranker();
        var codes = codes(files.text(manifest.codes()));
        var weights = files.weights(form.files(manifest.name()));
        return new CodeRanker(
                wordPiece,
                codes,
                manifest.longest(),
                IdlePredictors.open(manifest.name(), weights, form, atOnce));
    }

    List<RankedCode> rank(String text, List<Passage> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        var pieces =
                passages.stream()
                        .map(Passage::span)
                        .map(span -> wordPiece.split(text.substring(span.start(), span.end())))
                        .toList();
        int size = codes.size();
        var answer = predictors.predict(Windows.ofTexts(pieces, longest), ROWS * size);
        var ranked = new ArrayList<RankedCode>();
        for (int i = 0; i < size; i++) {
            double score = Math.clamp(answer[i], 0, 1);
            double votes = Math.clamp(answer[2 * size + i], 0, 1);
            if (RankedCode.rankOf(score, votes) >= LEAST) {
                var passage = passages.get((int) answer[size + i]);
                ranked.add(new RankedCode(codes.get(i), score, votes, passage));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(RankedCode::rank)
                        .reversed()
                        .thenComparing(RankedCode::code));
        return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
    }

    @Override
    public void close() {
        predictors.close();
    }

    /// Reads lines such as `CPT 47562`.
    private static List<Code> codes(String lines) {
        var codes = new ArrayList<Code>();
        var label = "";
        var system = CodeSystem.CPT;
        for (int start = 0; start < lines.length(); ) {
            int blank = lines.indexOf(' ', start);
            int end = lines.indexOf('\n', start);
            if (blank < 0 || end < blank) {
                throw noSystem();
            }
            if (!lines.startsWith(label, start) || label.length() != blank - start) {
                label = lines.substring(start, blank);
                system = CodeSystem.labelled(label).orElseThrow(CodeRanker::noSystem);
            }
            codes.add(Code.of(system, lines.substring(blank + 1, end)));
            start = end + 1;
        }
        return List.copyOf(codes);
    }

    private static IllegalArgumentException noSystem() {
        return new IllegalArgumentException("a line of codes names no system");
    }
}
