package dev.superbill.candidate;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.Side;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.ExpressionMatch;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proposes the codes whose triggers stand in the note.
public final class LookupSource {
    private static final int MOST_SUPPORT = 12;
    private static final Laterality[] SIDES = Laterality.values();
    private static final Comparator<Weighed> FIRMEST =
            Comparator.comparing(Weighed::standing)
                    .thenComparingInt(weighed -> weighed.match().words())
                    .reversed();

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
            if (systems.contains(table.systemOf(row))) {
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

    /// A match, its standing, and whether each of its clauses is asserted.
    ///
    /// @param standing that of its weakest clause, each taken at its firmest place
    private record Weighed(ExpressionMatch match, Standing standing, boolean asserted) {}

    /// What the matches of one code come to.
    private final class Assessment {
        private final NoteMentions mentions;
        private final int row;
        private final Laterality noteSide;
        private final boolean diagnosis;
        private final List<Weighed> said = new ArrayList<>();
        private final List<Weighed> met = new ArrayList<>();
        private final List<Weighed> excluding = new ArrayList<>();
        private final BitSet needsMet = new BitSet();
        private Standing standing = Standing.NONE;

        Assessment(
                NoteMentions mentions,
                int row,
                List<ExpressionMatch> matches,
                Laterality noteSide) {
            this.mentions = mentions;
            this.row = row;
            this.noteSide = noteSide;
            this.diagnosis = table.systemOf(row) == CodeSystem.ICD_10_CM;
            for (var match : matches) {
                add(weigh(match));
            }
        }

        private void add(Weighed weighed) {
            switch (weighed.match.role()) {
                case SAYS -> {
                    said.add(weighed);
                    if (weighed.asserted) {
                        met.add(weighed);
                    }
                    standing = firmer(standing, weighed.standing);
                }
                case UNLESS -> excluding.add(weighed);
                case NEEDS -> {
                    if (weighed.standing != Standing.NONE) {
                        needsMet.set(weighed.match.group());
                    }
                }
            }
        }

        /// Whether the note's words say the code, whatever its siblings say.
        boolean supported() {
            return needsMet() && !met.isEmpty() && standing != Standing.NONE;
        }

        /// Proposes the code, or rules it out. A sibling rules it out only where the note's words
        /// say that sibling too.
        void conclude(
                LocalDate serviceDate,
                BitSet supported,
                List<Proposal> proposals,
                List<Ousted> ousted) {
            if (said.isEmpty() || !needsMet()) {
                return;
            }
            var sibling = sibling(supported);
            if (!table.activeOn(row, serviceDate)) {
                ousted.add(ousted(Ousted.Reason.INACTIVE, CodeTable.NO_ROW));
            } else if (sibling != null) {
                ousted.add(ousted(Ousted.Reason.SIBLING_DOCUMENTED, sibling.target()));
            } else if (met.isEmpty()) {
                ousted.add(ousted(Ousted.Reason.NOT_ASSERTED, CodeTable.NO_ROW));
            } else if (standing == Standing.NONE) {
                ousted.add(ousted(Ousted.Reason.NOT_PERFORMED, CodeTable.NO_ROW));
            } else if (sideFits()) {
                proposals.add(proposal());
            }
        }

        private Ousted ousted(Ousted.Reason reason, int target) {
            return new Ousted(table.code(row), reason, target, support(said), 0);
        }

        private Proposal proposal() {
            var standings = EnumSet.noneOf(Standing.class);
            int words = 0;
            int occurrences = 0;
            int all = 0;
            int disputed = 0;
            for (var weighed : met) {
                standings.add(weighed.standing);
                words =
                        weighed.standing == standing
                                ? Math.max(words, weighed.match.words())
                                : words;
            }
            for (var weighed : said) {
                for (var occurrence : weighed.match.clauses().getFirst()) {
                    all++;
                    if (occurrence.assertion() == Assertion.PRESENT) {
                        occurrences++;
                        if (weighed.asserted) {
                            standings.add(standing(occurrence));
                        }
                    }
                }
            }
            for (var weighed : excluding) {
                disputed += rulesOut(weighed) ? 1 : 0;
            }
            return new Proposal(
                    row,
                    table.code(row),
                    standing,
                    standings,
                    met.stream().map(weighed -> weighed.match.number()).sorted().toList(),
                    words,
                    occurrences,
                    all - occurrences,
                    support(met),
                    laterality(),
                    List.copyOf(sides()),
                    siblings(),
                    disputed,
                    1,
                    new Answer.NotAsked());
        }

        private List<Integer> siblings() {
            var siblings = new ArrayList<Integer>();
            for (var weighed : excluding) {
                int target = weighed.match.target();
                if (target != CodeTable.NO_ROW && !siblings.contains(target)) {
                    siblings.add(target);
                }
            }
            return siblings;
        }

        private boolean needsMet() {
            return needsMet.nextClearBit(0) >= table.needsOf(row);
        }

        private @Nullable ExpressionMatch sibling(BitSet supported) {
            for (var weighed : excluding) {
                int target = weighed.match.target();
                if (rulesOut(weighed) && (target == CodeTable.NO_ROW || supported.get(target))) {
                    return weighed.match;
                }
            }
            return null;
        }

        private boolean rulesOut(Weighed excluding) {
            return excluding.standing.compareTo(floor()) >= 0;
        }

        /// The weakest standing at which words rule a sibling in.
        private Standing floor() {
            return diagnosis ? Standing.CONTEXT : Standing.RESULT;
        }

        private Weighed weigh(ExpressionMatch match) {
            var weakest = Standing.TITLE;
            boolean asserted = true;
            for (var clause : match.clauses()) {
                var firmest = Standing.NONE;
                boolean present = false;
                for (var occurrence : clause) {
                    if (occurrence.assertion() == Assertion.PRESENT) {
                        present = true;
                        firmest = firmer(firmest, standing(occurrence));
                    }
                }
                asserted &= present;
                weakest = firmest.compareTo(weakest) < 0 ? firmest : weakest;
            }
            return new Weighed(match, weakest, asserted);
        }

        private Standing standing(Occurrence occurrence) {
            var kind = mentions.sectionOf(occurrence).kind();
            return diagnosis ? Standing.ofDiagnosis(kind) : Standing.ofProcedure(kind);
        }

        /// The places that carry the proposal: asserted before doubted, firm before weak, then in
        /// order of the note.
        private List<Occurrence> support(List<Weighed> carrying) {
            var places = new ArrayList<Occurrence>();
            for (var weighed : sorted(carrying, FIRMEST)) {
                for (var clause : weighed.match.clauses()) {
                    for (var place : sorted(clause, this::bySupport)) {
                        if (places.size() == MOST_SUPPORT) {
                            return places;
                        }
                        if (!places.contains(place)) {
                            places.add(place);
                        }
                    }
                }
            }
            return places;
        }

        private int bySupport(Occurrence a, Occurrence b) {
            boolean asserted = a.assertion() == Assertion.PRESENT;
            if (asserted != (b.assertion() == Assertion.PRESENT)) {
                return asserted ? -1 : 1;
            }
            int byStanding = standing(b).compareTo(standing(a));
            return byStanding != 0 ? byStanding : a.compareTo(b);
        }

        private Laterality laterality() {
            var weights = new int[SIDES.length];
            for (var weighed : met) {
                for (var clause : weighed.match.clauses()) {
                    for (var occurrence : clause) {
                        weights[occurrence.laterality().ordinal()] +=
                                1 + standing(occurrence).ordinal();
                    }
                }
            }
            int most = 0;
            var laterality = noteSide;
            for (var side : SIDES) {
                if (side != Laterality.NONE && weights[side.ordinal()] > most) {
                    most = weights[side.ordinal()];
                    laterality = side;
                }
            }
            return laterality;
        }

        private Set<Laterality> sides() {
            var sides = EnumSet.noneOf(Laterality.class);
            for (var weighed : met) {
                for (var clause : weighed.match.clauses()) {
                    for (var occurrence : clause) {
                        if (standing(occurrence).compareTo(Standing.BODY) >= 0) {
                            sides.add(occurrence.laterality());
                        }
                    }
                }
            }
            sides.remove(Laterality.NONE);
            return sides;
        }

        private boolean sideFits() {
            var side = table.sideOf(row);
            if (side == Side.NOT_SIDED) {
                return true;
            }
            return switch (laterality()) {
                case NONE -> side == Side.UNSPECIFIED;
                case LEFT -> side == Side.LEFT;
                case RIGHT -> side == Side.RIGHT;
                case BILATERAL -> side == Side.BILATERAL || table.servesBothSides(row);
            };
        }
    }

    private static Standing firmer(Standing a, Standing b) {
        return b.compareTo(a) > 0 ? b : a;
    }

    /// A list in another order; mostly it has one element, and is in order already.
    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        if (list.size() < 2) {
            return list;
        }
        var sorted = new ArrayList<>(list);
        sorted.sort(order);
        return sorted;
    }
}
