package dev.superbill.codeset;

import dev.superbill.code.CodeSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Finds codes by words, in our own table and in the official files that cover the date.
///
/// @param codeSets what is searched
public record CodeSearch(CodeSets codeSets) {
    private static final double PREFIX = 0.8;
    private static final double NEAR = 0.75;
    private static final double LESS_NEAR = 0.55;
    private static final int NEAR_FROM = 4;
    private static final int TWICE_NEAR_FROM = 8;
    private static final int PREFIX_FROM = 2;
    private static final double THOUSANDTHS = 1000;
    private static final int BITS_OF_KEY = 56;

    /// What is wanted.
    ///
    /// @param query the words
    /// @param systems the systems searched
    /// @param from how many of the best codes to leave out
    /// @param limit how many codes at most
    public record Wanted(
            String query, Set<CodeSystem> systems, LocalDate date, int from, int limit) {
        /// Checks and copies.
        public Wanted {
            if (from < 0 || limit < 1) {
                throw new IllegalArgumentException("a page has a beginning and a length");
            }
            systems = Set.copyOf(systems);
        }
    }

    /// A code found.
    ///
    /// @param score 1 for the very code, otherwise below; in thousandths
    public record Hit(CodeEntry entry, double score) {}

    /// Part of what was found, best first: the very code, then codes that may be reported, then
    /// those that only head them; each by score, equal ones by code.
    ///
    /// @param next how many codes stand before the next page; 0 where this is the last
    public record Page(List<Hit> hits, int next) {
        /// Copies.
        public Page {
            hits = List.copyOf(hits);
        }
    }

    /// Where is searched, and at which places.
    private record Source(SearchIndex index, SearchScores.Window window) {}

    /// The systems wanted that no loaded edition covers on the date.
    public Set<CodeSystem> uncovered(Set<CodeSystem> systems, LocalDate date) {
        var uncovered = EnumSet.noneOf(CodeSystem.class);
        for (var system : systems) {
            if (codeSets.release(system, date).isEmpty()) {
                uncovered.add(system);
            }
        }
        return uncovered;
    }

    /// Searches.
    public Page search(Wanted wanted) {
        var query = SearchQuery.of(wanted.query(), codeSets.table().abbreviations());
        var sources = sources(wanted);
        var scores = new ArrayList<SearchScores>(byCode(query, sources));
        if (query.beginning().isEmpty() || scores.stream().allMatch(found -> found.size() == 0)) {
            scores.addAll(byWords(query, sources));
        }
        var best = best(scores, wanted);
        var hits = new ArrayList<Hit>();
        for (int i = wanted.from(); i < Math.min(best.size(), end(wanted)); i++) {
            var found = best.get(i);
            codeSets.describe(Keys.code(found.key), wanted.date())
                    .ifPresent(entry -> hits.add(new Hit(entry, found.thousandths / THOUSANDTHS)));
        }
        return new Page(hits, best.size() > end(wanted) ? end(wanted) : 0);
    }

    private static int end(Wanted wanted) {
        return Math.addExact(wanted.from(), wanted.limit());
    }

    private List<Source> sources(Wanted wanted) {
        var covered = EnumSet.noneOf(CodeSystem.class);
        covered.addAll(wanted.systems());
        covered.removeAll(uncovered(wanted.systems(), wanted.date()));
        var sources = new ArrayList<Source>();
        codeSets.table()
                .index()
                .ifPresent(index -> sources.add(new Source(index, window(index, covered))));
        for (var system : covered) {
            codeSets.official()
                    .index(system, wanted.date())
                    .ifPresent(index -> sources.add(new Source(index, window(index, covered))));
        }
        return sources;
    }

    /// The systems lie one after another; where the middle one is not wanted, there is a gap.
    private static SearchScores.Window window(SearchIndex index, Set<CodeSystem> systems) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        int covered = 0;
        for (var system : systems) {
            int start = start(index, system.ordinal());
            int end = start(index, system.ordinal() + 1);
            from = Math.min(from, start);
            to = Math.max(to, end);
            covered++;
        }
        boolean gap = covered == 2 && !systems.contains(CodeSystem.HCPCS);
        return new SearchScores.Window(
                from,
                to,
                gap ? start(index, CodeSystem.HCPCS.ordinal()) : 0,
                gap ? start(index, CodeSystem.HCPCS.ordinal() + 1) : 0);
    }

    private static int start(SearchIndex index, int system) {
        return index.place((system + 1L) << BITS_OF_KEY) - index.first();
    }

    private static List<SearchScores> byCode(SearchQuery query, List<Source> sources) {
        var scores = new ArrayList<SearchScores>();
        for (var code : query.codes()) {
            var keys = new ArrayList<Long>();
            for (var system : CodeSystem.values()) {
                keys.add(Keys.beginning(system, code));
            }
            for (var source : sources) {
                scores.add(
                        query.beginning().isEmpty()
                                ? SearchScores.ofCode(source.index, keys, source.window)
                                : SearchScores.ofBeginning(source.index, keys, source.window));
            }
        }
        return scores;
    }

    private static List<SearchScores> byWords(SearchQuery query, List<Source> sources) {
        var terms = query.terms();
        var weights = new double[terms.size()];
        var matches = new ArrayList<List<List<SearchScores.Match>>>();
        sources.forEach(_ -> matches.add(new ArrayList<>()));
        double codes = sources.stream().mapToInt(source -> source.index.codes()).sum();
        double known = 0;
        int knownTerms = 0;
        for (int term = 0; term < weights.length; term++) {
            var found = matches(terms.get(term), sources);
            double having = 0;
            for (int i = 0; i < found.size(); i++) {
                matches.get(i).add(found.get(i));
                having += having(sources.get(i).index, found.get(i));
            }
            if (having > 0) {
                double rest = Math.max(0, codes - having);
                weights[term] = StrictMath.log(1 + (rest + 0.5) / (having + 0.5));
                known += weights[term];
                knownTerms++;
            }
        }
        if (knownTerms == 0) {
            return List.of();
        }
        for (int term = 0; term < weights.length; term++) {
            weights[term] = weights[term] == 0 ? known / knownTerms : weights[term];
        }
        var scores = new ArrayList<SearchScores>();
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            scores.add(SearchScores.ofWords(source.index, matches.get(i), weights, source.window));
        }
        return scores;
    }

    /// In how many codes what matches a word stands: the commonest meaning counts.
    private static int having(SearchIndex index, List<SearchScores.Match> matches) {
        int most = 0;
        for (var match : matches) {
            int least = Integer.MAX_VALUE;
            for (int token : match.tokens()) {
                least = Math.min(least, index.places(token).left());
            }
            most = Math.max(most, least);
        }
        return most;
    }

    /// What matches a word, source by source. Only a word that no source knows may be misspelt.
    private static List<List<SearchScores.Match>> matches(
            SearchQuery.Term term, List<Source> sources) {
        var found = sources.stream().map(source -> exact(term, source.index)).toList();
        if (found.stream().allMatch(List::isEmpty)) {
            found = sources.stream().map(source -> prefixed(term, source.index)).toList();
        } else if (term.ending() == SearchQuery.Ending.OPEN) {
            for (int i = 0; i < sources.size(); i++) {
                found.get(i).addAll(prefixed(term, sources.get(i).index));
            }
        }
        return found.stream().allMatch(List::isEmpty) ? near(term, sources) : found;
    }

    private static List<SearchScores.Match> exact(SearchQuery.Term term, SearchIndex index) {
        var found = new ArrayList<SearchScores.Match>();
        int number = index.find(term.stem());
        if (number >= 0) {
            found.add(new SearchScores.Match(List.of(number), 1));
        }
        index.open(term.word(), (open, _) -> found.add(new SearchScores.Match(List.of(open), 1)));
        for (var meaning : term.others()) {
            var numbers = meaning.stems().stream().map(index::find).toList();
            if (numbers.stream().allMatch(each -> each >= 0)) {
                found.add(new SearchScores.Match(numbers, meaning.worth()));
            }
        }
        return found;
    }

    private static List<SearchScores.Match> prefixed(SearchQuery.Term term, SearchIndex index) {
        var found = new ArrayList<SearchScores.Match>();
        if (term.ending() == SearchQuery.Ending.OPEN && term.word().length() >= PREFIX_FROM) {
            int end = index.tokens().after(term.word());
            for (int number = index.tokens().first(term.word()); number < end; number++) {
                found.add(new SearchScores.Match(List.of(number), PREFIX));
            }
        }
        return found;
    }

    /// The tokens nearest to a word, in whichever source they are.
    private static List<List<SearchScores.Match>> near(
            SearchQuery.Term term, List<Source> sources) {
        var word = term.stem();
        int length = term.word().length();
        int most = length >= TWICE_NEAR_FROM ? 2 : 1;
        var found = new ArrayList<List<SearchScores.Match>>();
        sources.forEach(_ -> found.add(new ArrayList<>()));
        if (length < NEAR_FROM || SearchWords.hasDigit(word)) {
            return found;
        }
        for (int distance = 1; distance <= most; distance++) {
            double worth = distance == 1 ? NEAR : LESS_NEAR;
            for (int i = 0; i < sources.size(); i++) {
                var matches = found.get(i);
                sources.get(i)
                        .index
                        .tokens()
                        .near(
                                word,
                                distance,
                                (number, _) ->
                                        matches.add(
                                                new SearchScores.Match(List.of(number), worth)));
            }
            if (found.stream().anyMatch(matches -> !matches.isEmpty())) {
                break;
            }
        }
        return found;
    }

    /// A code found, before it is told of.
    private record Found(long key, int thousandths, Rank rank) {
        private static final Comparator<Found> BEST_FIRST =
                Comparator.comparing(Found::rank)
                        .thenComparing(Found::thousandths, Comparator.reverseOrder())
                        .thenComparingLong(Found::key);

        Found ranked(Rank other) {
            return new Found(key, thousandths, other);
        }
    }

    private enum Rank {
        THE_CODE,
        BILLABLE,
        HEADER
    }

    /// The best codes up to the end of the page, and one more where there is one.
    private List<Found> best(List<SearchScores> scores, Wanted wanted) {
        double needed =
                SearchScores.NEEDED
                        * scores.stream().mapToDouble(SearchScores::best).max().orElse(0);
        int most = Math.addExact(end(wanted), 1);
        var worstFirst = new PriorityQueue<Found>(Found.BEST_FIRST.reversed());
        var at = new int[scores.size()];
        while (true) {
            long key = Long.MAX_VALUE;
            for (int i = 0; i < at.length; i++) {
                if (at[i] < scores.get(i).size()) {
                    key = Math.min(key, scores.get(i).key(at[i]));
                }
            }
            if (key == Long.MAX_VALUE) {
                break;
            }
            double score = 0;
            boolean heads = false;
            for (int i = 0; i < at.length; i++) {
                var source = scores.get(i);
                if (at[i] < source.size() && source.key(at[i]) == key) {
                    if (source.words(at[i]) >= needed) {
                        score = Math.max(score, source.score(at[i]));
                    }
                    heads |= source.heads(at[i]);
                    at[i]++;
                }
            }
            if (score > 0) {
                offer(
                        key,
                        (int) Math.round(score * THOUSANDTHS),
                        rank(score, heads),
                        worstFirst,
                        most,
                        wanted.date());
            }
        }
        var best = new ArrayList<>(worstFirst);
        best.sort(Found.BEST_FIRST);
        return best;
    }

    private static Rank rank(double score, boolean heads) {
        if (score >= 1) {
            return Rank.THE_CODE;
        }
        return heads ? Rank.HEADER : Rank.BILLABLE;
    }

    /// Whether a code may be reported is asked only of what would be among the best. Codes come in
    /// order, so that an equal score stands behind those before.
    private void offer(
            long key,
            int thousandths,
            Rank rank,
            PriorityQueue<Found> worstFirst,
            int most,
            LocalDate serviceDate) {
        if (behind(rank, thousandths, worstFirst, most)) {
            return;
        }
        var found = standing(new Found(key, thousandths, rank), serviceDate);
        if (found.isPresent() && !behind(found.get().rank, thousandths, worstFirst, most)) {
            worstFirst.add(found.get());
            if (worstFirst.size() > most) {
                worstFirst.remove();
            }
        }
    }

    private static boolean behind(
            Rank rank, int thousandths, PriorityQueue<Found> worstFirst, int most) {
        var worst = worstFirst.peek();
        if (worst == null || worstFirst.size() < most) {
            return false;
        }
        int byRank = rank.compareTo(worst.rank);
        return byRank > 0 || (byRank == 0 && thousandths <= worst.thousandths);
    }

    private Optional<Found> standing(Found found, LocalDate serviceDate) {
        return switch (codeSets.standing(Keys.code(found.key), serviceDate)) {
            case ACTIVE -> Optional.of(found);
            case HEADER ->
                    Optional.of(found.rank == Rank.THE_CODE ? found : found.ranked(Rank.HEADER));
            case INACTIVE, UNKNOWN -> Optional.empty();
        };
    }
}
