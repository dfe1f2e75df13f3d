package dev.superbill.candidate;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.Side;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.ExpressionMatch;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.mention.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Proposes the codes whose triggers stand in the note.
public final class LookupSource {
    private static final int MOST_SUPPORT = 12;

    private final CodeTable table;

    /// @param table the code table that the mentions' lexicon was built with
    public LookupSource(CodeTable table) {
        this.table = table;
    }

    /// The proposals for a service date, by code.
    public Lookup propose(NoteMentions mentions, LocalDate serviceDate, Set<CodeSystem> systems) {
        var assessments = new ArrayList<Assessment>();
        var supported = new BitSet();
        var matches = mentions.matches();
        var noteSide = noteSide(mentions);
        int from = 0;
        while (from < matches.size()) {
            int to = from;
            int row = matches.get(from).owner();
            while (to < matches.size() && matches.get(to).owner() == row) {
                to++;
            }
            if (systems.contains(table.code(row).system())) {
                var assessment = new Assessment(mentions, row, matches.subList(from, to), noteSide);
                assessments.add(assessment);
                if (table.activeOn(row, serviceDate) && assessment.supported()) {
                    supported.set(row);
                }
            }
            from = to;
        }
        var proposals = new ArrayList<Proposal>();
        var ousted = new ArrayList<Ousted>();
        for (var assessment : assessments) {
            assessment.conclude(serviceDate, supported, proposals, ousted);
        }
        return new Lookup(proposals, ousted);
    }

    /// The side that the titles and diagnoses of the note name, where they name one only.
    private static Laterality noteSide(NoteMentions mentions) {
        var sides = EnumSet.noneOf(Laterality.class);
        for (var match : mentions.matches()) {
            for (var occurrence : match.clauses().getFirst()) {
                var kind = mentions.sectionOf(occurrence).kind();
                if (Standing.ofProcedure(kind) == Standing.TITLE
                        || Standing.ofDiagnosis(kind) == Standing.TITLE) {
                    sides.add(occurrence.laterality());
                }
            }
        }
        sides.remove(Laterality.NONE);
        return sides.size() == 1 ? sides.iterator().next() : Laterality.NONE;
    }

    /// What the matches of one code come to.
    private final class Assessment {
        private final NoteMentions mentions;
        private final int row;
        private final List<ExpressionMatch> matches;
        private final Laterality noteSide;
        private final boolean diagnosis;

        Assessment(
                NoteMentions mentions,
                int row,
                List<ExpressionMatch> matches,
                Laterality noteSide) {
            this.mentions = mentions;
            this.row = row;
            this.matches = matches;
            this.noteSide = noteSide;
            this.diagnosis = table.code(row).system() == CodeSystem.ICD_10_CM;
        }

        /// Whether the note's words say the code, whatever its siblings say.
        boolean supported() {
            var said = said();
            return !said.isEmpty()
                    && needsMet()
                    && !asserted(said).isEmpty()
                    && standing(said) != Standing.NONE;
        }

        /// Proposes the code, or rules it out. A sibling rules it out only where the note's words
        /// say that sibling too.
        void conclude(
                LocalDate serviceDate,
                BitSet supported,
                List<Proposal> proposals,
                List<Ousted> ousted) {
            var said = said();
            if (said.isEmpty() || !needsMet()) {
                return;
            }
            var met = asserted(said);
            var standing = standing(said);
            var sibling = sibling(supported);
            if (!table.activeOn(row, serviceDate)) {
                ousted.add(ousted(Ousted.Reason.INACTIVE, CodeTable.NO_ROW, said));
            } else if (sibling != null) {
                ousted.add(ousted(Ousted.Reason.SIBLING_DOCUMENTED, sibling.target(), said));
            } else if (met.isEmpty()) {
                ousted.add(ousted(Ousted.Reason.NOT_ASSERTED, CodeTable.NO_ROW, said));
            } else if (standing == Standing.NONE) {
                ousted.add(ousted(Ousted.Reason.NOT_PERFORMED, CodeTable.NO_ROW, said));
            } else if (sideFits(met)) {
                proposals.add(proposal(said, met, standing));
            }
        }

        private Ousted ousted(Ousted.Reason reason, int target, List<ExpressionMatch> said) {
            return new Ousted(table.code(row), reason, target, support(said), 0);
        }

        private Proposal proposal(
                List<ExpressionMatch> said, List<ExpressionMatch> met, Standing standing) {
            var standings = EnumSet.noneOf(Standing.class);
            int words = 0;
            int occurrences = 0;
            int all = 0;
            for (var match : met) {
                var own = standing(match);
                standings.add(own);
                words = own == standing ? Math.max(words, match.words()) : words;
            }
            for (var match : said) {
                for (var occurrence : match.clauses().getFirst()) {
                    all++;
                    occurrences += occurrence.assertion() == Assertion.PRESENT ? 1 : 0;
                    if (occurrence.assertion() == Assertion.PRESENT && met.contains(match)) {
                        standings.add(standing(occurrence));
                    }
                }
            }
            return new Proposal(
                    row,
                    table.code(row),
                    standing,
                    standings,
                    met.stream().map(ExpressionMatch::number).sorted().toList(),
                    words,
                    occurrences,
                    all - occurrences,
                    support(met),
                    laterality(met),
                    sides(met),
                    siblings(),
                    (int) matches.stream().filter(this::rulesOut).count(),
                    1,
                    new Answer.NotAsked());
        }

        private List<Integer> siblings() {
            return matches.stream()
                    .filter(match ->
                            match.role() == Role.UNLESS && match.target() != CodeTable.NO_ROW)
                    .map(ExpressionMatch::target)
                    .distinct()
                    .toList();
        }

        private boolean needsMet() {
            Map<Integer, Boolean> groups = new TreeMap<>();
            for (int group = 0; group < table.needsOf(row); group++) {
                groups.put(group, false);
            }
            for (var match : matches) {
                if (match.role() == Role.NEEDS && standing(match) != Standing.NONE) {
                    groups.put(match.group(), true);
                }
            }
            return !groups.containsValue(false);
        }

        private @Nullable ExpressionMatch sibling(BitSet supported) {
            for (var match : matches) {
                if (rulesOut(match)
                        && (match.target() == CodeTable.NO_ROW || supported.get(match.target()))) {
                    return match;
                }
            }
            return null;
        }

        private boolean rulesOut(ExpressionMatch match) {
            return match.role() == Role.UNLESS && standing(match).compareTo(floor()) >= 0;
        }

        private List<ExpressionMatch> said() {
            return matches.stream().filter(match -> match.role() == Role.SAYS).toList();
        }

        /// The weakest standing at which words rule a sibling in.
        private Standing floor() {
            return diagnosis ? Standing.CONTEXT : Standing.RESULT;
        }

        private List<ExpressionMatch> asserted(List<ExpressionMatch> said) {
            return said.stream().filter(this::asserted).toList();
        }

        private boolean asserted(ExpressionMatch match) {
            return match.clauses().stream()
                    .allMatch(clause ->
                            clause.stream().anyMatch(o -> o.assertion() == Assertion.PRESENT));
        }

        private Standing standing(List<ExpressionMatch> said) {
            return said.stream()
                    .map(this::standing)
                    .max(Comparator.naturalOrder())
                    .orElse(Standing.NONE);
        }

        /// The standing of an expression is that of its weakest clause, each taken at its firmest
        /// place.
        private Standing standing(ExpressionMatch match) {
            var weakest = Standing.TITLE;
            for (var clause : match.clauses()) {
                var firmest = Standing.NONE;
                for (var occurrence : clause) {
                    var own =
                            occurrence.assertion() == Assertion.PRESENT
                                    ? standing(occurrence)
                                    : Standing.NONE;
                    firmest = own.compareTo(firmest) > 0 ? own : firmest;
                }
                weakest = firmest.compareTo(weakest) < 0 ? firmest : weakest;
            }
            return weakest;
        }

        private Standing standing(Occurrence occurrence) {
            var kind = mentions.sectionOf(occurrence).kind();
            return diagnosis ? Standing.ofDiagnosis(kind) : Standing.ofProcedure(kind);
        }

        /// The places that carry the proposal: asserted before doubted, firm before weak, then in
        /// order of the note.
        private List<Occurrence> support(List<ExpressionMatch> said) {
            return said.stream()
                    .sorted(
                            Comparator.comparing((ExpressionMatch match) -> standing(match))
                                    .thenComparingInt(ExpressionMatch::words)
                                    .reversed())
                    .flatMap(match -> match.clauses().stream())
                    .flatMap(clause ->
                            clause.stream()
                                    .sorted(
                                            Comparator.comparing((Occurrence o) ->
                                                            o.assertion() != Assertion.PRESENT)
                                                    .thenComparing(
                                                            o -> standing(o),
                                                            Comparator.reverseOrder())
                                                    .thenComparing(Occurrence::span)))
                    .distinct()
                    .limit(MOST_SUPPORT)
                    .toList();
        }

        private Laterality laterality(List<ExpressionMatch> met) {
            var counts = new EnumMap<Laterality, Integer>(Laterality.class);
            for (var match : met) {
                for (var clause : match.clauses()) {
                    for (var occurrence : clause) {
                        int weight = 1 + standing(occurrence).ordinal();
                        counts.merge(occurrence.laterality(), weight, Integer::sum);
                    }
                }
            }
            counts.remove(Laterality.NONE);
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(noteSide);
        }

        private List<Laterality> sides(List<ExpressionMatch> met) {
            return met.stream()
                    .flatMap(match -> match.clauses().stream().flatMap(List::stream))
                    .filter(occurrence -> standing(occurrence).compareTo(Standing.BODY) >= 0)
                    .map(Occurrence::laterality)
                    .filter(side -> side != Laterality.NONE)
                    .distinct()
                    .sorted()
                    .toList();
        }

        private boolean sideFits(List<ExpressionMatch> met) {
            var side = table.sideOf(row);
            if (side == Side.NOT_SIDED) {
                return true;
            }
            return switch (laterality(met)) {
                case NONE -> side == Side.UNSPECIFIED;
                case LEFT -> side == Side.LEFT;
                case RIGHT -> side == Side.RIGHT;
                case BILATERAL -> side == Side.BILATERAL || table.servesBothSides(row);
            };
        }
    }
}
