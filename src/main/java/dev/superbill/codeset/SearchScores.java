package dev.superbill.codeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The codes of one index that a query finds, by ascending place, with how well it finds them:
/// between 0 and 0.9 by words, above by code, 1 for the very code.
///
/// A word is worth its rarity (BM25's inverse document frequency; a word stands in a description
/// once, so that BM25's term frequency would say nothing) times where it stands. Codes are worth
/// more for which the word alone is a phrase that means them, that have every word, in order, side
/// by side, at the beginning, and little besides. A code needs half the rarity of what the best
/// code has.
final class SearchScores {
    /// The share of the best code's words that a code needs.
    static final double NEEDED = 0.5;

    private static final double MOST = 0.9;
    private static final double OF_WORDS = 0.55;
    private static final double OF_BREVITY = 0.15;
    private static final double OF_ALL = 0.12;
    private static final double OF_NEIGHBOURS = 0.07;
    private static final double OF_ORDER = 0.06;
    private static final double OF_BEGINNING = 0.05;
    private static final double BEST_WORTH = SearchIndex.Field.BOTH.worth();
    private static final int LEVELS = 63;
    private static final int WORTH_SHIFT = 10;
    private static final int POSITION_SHIFT = 5;
    private static final int WORD_SHIFT = 6;

    /// Neither in the description nor in a phrase, or too far behind.
    private static final int NOWHERE = 31;

    private final SearchIndex index;
    private final int[] places;
    private final float[] scores;
    private final float[] words;
    private final double best;

    private SearchScores(
            SearchIndex index, int[] places, float[] scores, float[] words, double best) {
        this.index = index;
        this.places = places;
        this.scores = scores;
        this.words = words;
        this.best = best;
    }

    /// Tokens of an index that together mean a word.
    ///
    /// @param worth how much less they count than the word itself
    record Match(List<Integer> tokens, double worth) {
        Match {
            tokens = List.copyOf(tokens);
        }
    }

    /// The places that count, less the first place of the index: from one on, below another, a gap
    /// left out.
    record Window(int from, int to, int gapFrom, int gapTo) {
        boolean holds(int place) {
            return place >= from && place < to && (place < gapFrom || place >= gapTo);
        }
    }

    int size() {
        return places.length;
    }

    long key(int i) {
        return index.key(places[i]);
    }

    boolean heads(int i) {
        return index.heads(places[i]);
    }

    double score(int i) {
        return scores[i];
    }

    /// The rarity of the words that a code has.
    double words(int i) {
        return words[i];
    }

    /// The most rarity that a code has.
    double best() {
        return best;
    }

    /// Codes that are what was typed.
    static SearchScores ofCode(SearchIndex index, List<Long> typed, Window window) {
        return ofCodes(index, typed, window, Range.THE_CODE);
    }

    /// Codes that begin as what was typed, or are it.
    static SearchScores ofBeginning(SearchIndex index, List<Long> typed, Window window) {
        return ofCodes(index, typed, window, Range.ALL_BELOW);
    }

    private enum Range {
        THE_CODE,
        ALL_BELOW
    }

    private static SearchScores ofCodes(
            SearchIndex index, List<Long> beginnings, Window window, Range range) {
        var places = new ArrayList<Integer>();
        var scores = new ArrayList<Double>();
        for (long beginning : beginnings) {
            long last = range == Range.THE_CODE ? beginning : Keys.lastBelow(beginning);
            int typed = Keys.length(beginning);
            int end = index.first() + index.span();
            for (int place = index.place(beginning);
                    place < end && index.key(place) <= last;
                    place++) {
                if (index.holds(place) && window.holds(place - index.first())) {
                    int length = Keys.length(index.key(place));
                    places.add(place);
                    scores.add(length == typed ? 1 : MOST + (1 - MOST) * typed / (length + 1));
                }
            }
        }
        var found = new float[places.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = scores.get(i).floatValue();
        }
        var words = new float[found.length];
        Arrays.fill(words, Float.MAX_VALUE);
        return new SearchScores(
                index, places.stream().mapToInt(Integer::intValue).toArray(), found, words, 0);
    }

    /// Codes that words find.
    ///
    /// @param terms what each word matches in the index
    /// @param weights the rarity of each word
    static SearchScores ofWords(
            SearchIndex index, List<List<Match>> terms, double[] weights, Window window) {
        return new Run(index, terms, weights, window).result();
    }

    /// One query on one index. A cell for each word and place holds what the word is worth there (6
    /// bits), its position in the description and the length of its phrase (5 bits each, counted
    /// down): of two meanings of the word the larger of each.
    private static final class Run {
        private final SearchIndex index;
        private final List<List<Match>> terms;
        private final double[] weights;
        private final Window window;
        private final char[][] cells;
        private final float[] rarity;
        private final long[] seen;
        private float best;
        private int count;

        Run(SearchIndex index, List<List<Match>> terms, double[] weights, Window window) {
            this.index = index;
            this.terms = terms;
            this.weights = weights;
            this.window = window;
            cells = new char[terms.size()][];
            rarity = new float[index.span()];
            seen = new long[(index.span() + Long.SIZE - 1) / Long.SIZE];
        }

        SearchScores result() {
            var order = new ArrayList<Integer>();
            double left = 0;
            for (int term = 0; term < terms.size(); term++) {
                if (!terms.get(term).isEmpty()) {
                    order.add(term);
                    left += weights[term];
                }
            }
            order.sort(Comparator.comparingDouble((Integer term) -> -weights[term]));
            for (int term : order) {
                cells[term] = new char[index.span()];
                boolean open = left >= NEEDED * best;
                for (var match : terms.get(term)) {
                    if (match.tokens().size() == 1) {
                        one(term, match, open);
                    } else {
                        all(term, match, open);
                    }
                }
                left -= weights[term];
            }
            return scored();
        }

        private void one(int term, Match match, boolean open) {
            var worths = worths(match);
            int alone = worth(match.worth() * BEST_WORTH);
            var places = index.places(match.tokens().getFirst());
            while (places.next()) {
                int place = places.place();
                if (window.holds(place)) {
                    int position = places.position();
                    int field = places.field();
                    if (SearchIndex.Field.described(field)) {
                        put(term, place, worths[field], position, NOWHERE, open);
                    } else {
                        put(
                                term,
                                place,
                                position == 1 ? alone : worths[field],
                                NOWHERE,
                                position,
                                open);
                    }
                }
            }
        }

        private static int worth(double worth) {
            return (int) Math.round(worth / BEST_WORTH * LEVELS);
        }

        private static int[] worths(Match match) {
            var fields = SearchIndex.Field.values();
            var worths = new int[fields.length];
            for (int i = 0; i < worths.length; i++) {
                worths[i] = worth(match.worth() * fields[i].worth());
            }
            return worths;
        }

        /// Codes that have every token.
        private void all(int term, Match match, boolean open) {
            var worths = worths(match);
            var lists = new ArrayList<SearchIndex.Places>();
            for (int token : match.tokens()) {
                var list = index.places(token);
                if (!list.next()) {
                    return;
                }
                lists.add(list);
            }
            int place = lists.getFirst().place();
            while (true) {
                int agreeing = 0;
                for (var list : lists) {
                    while (list.place() < place) {
                        if (!list.next()) {
                            return;
                        }
                    }
                    agreeing += list.place() == place ? 1 : 0;
                    place = list.place();
                }
                if (agreeing == lists.size()) {
                    if (window.holds(place)) {
                        together(term, lists, worths, open);
                    }
                    place++;
                }
            }
        }

        /// Tokens that mean one word count as one word of their phrase.
        private void together(
                int term, List<SearchIndex.Places> lists, int[] worths, boolean open) {
            int worth = LEVELS;
            int position = NOWHERE;
            int phrase = NOWHERE;
            for (var list : lists) {
                int field = list.field();
                worth = Math.min(worth, worths[field]);
                if (SearchIndex.Field.described(field)) {
                    position = Math.min(position, list.position());
                } else {
                    phrase = Math.min(phrase, list.position());
                }
            }
            int others = lists.size() - 1;
            put(
                    term,
                    lists.getFirst().place(),
                    worth,
                    position,
                    phrase == NOWHERE ? NOWHERE : Math.max(1, phrase - others),
                    open);
        }

        private void put(int term, int place, int worth, int position, int phrase, boolean open) {
            int before = cells[term][place];
            if (before == 0) {
                if (rarity[place] == 0) {
                    if (!open) {
                        return;
                    }
                    seen[place >>> WORD_SHIFT] |= 1L << place;
                    count++;
                }
                rarity[place] += (float) weights[term];
                best = Math.max(best, rarity[place]);
            }
            int bestWorth = Math.max(worth, before >>> WORTH_SHIFT);
            int nearest =
                    Math.max(
                            Math.max(0, NOWHERE - position), (before >>> POSITION_SHIFT) & NOWHERE);
            int shortest = Math.max(Math.max(0, NOWHERE - phrase), before & NOWHERE);
            cells[term][place] =
                    (char) (bestWorth << WORTH_SHIFT | nearest << POSITION_SHIFT | shortest);
        }

        private SearchScores scored() {
            double all = 0;
            for (double weight : weights) {
                all += weight;
            }
            var places = new int[count];
            var scores = new float[count];
            var words = new float[count];
            int size = 0;
            for (int i = 0; i < seen.length; i++) {
                for (long bits = seen[i]; bits != 0; bits &= bits - 1) {
                    int place = (i << WORD_SHIFT) + Long.numberOfTrailingZeros(bits);
                    if (rarity[place] >= NEEDED * best) {
                        places[size] = place + index.first();
                        scores[size] = (float) score(place, all);
                        words[size++] = rarity[place];
                    }
                }
            }
            return new SearchScores(
                    index,
                    Arrays.copyOf(places, size),
                    Arrays.copyOf(scores, size),
                    Arrays.copyOf(words, size),
                    best);
        }

        private double score(int place, double all) {
            double worth = 0;
            int hits = 0;
            int described = 0;
            int phrased = 0;
            int phrase = 1;
            int ordered = 0;
            int neighbours = 0;
            int last = NOWHERE;
            boolean begins = false;
            for (int term = 0; term < cells.length; term++) {
                int cell = cells[term] == null ? 0 : cells[term][place];
                int position = NOWHERE - ((cell >>> POSITION_SHIFT) & NOWHERE);
                int length = NOWHERE - (cell & NOWHERE);
                worth += weights[term] * (cell >>> WORTH_SHIFT);
                hits += cell == 0 ? 0 : 1;
                if (length != NOWHERE) {
                    phrased++;
                    phrase = Math.max(phrase, length);
                }
                if (position != NOWHERE) {
                    described++;
                    begins |= term == 0 && position == 0;
                    if (last != NOWHERE) {
                        ordered += position > last ? 1 : 0;
                        neighbours += position == last + 1 || position == last ? 1 : 0;
                    }
                }
                last = position;
            }
            int whole = phrased >= phrase ? phrased : 0;
            int pairs = Math.max(1, cells.length - 1);
            int least = cells.length == 1 ? Math.max(described, whole) : Math.max(0, whole - 1);
            double length = Math.max(1, index.length(place + index.first()));
            double brevity = Math.max(described / length, phrased / (double) phrase);
            return MOST
                    * (OF_WORDS * worth / (all * LEVELS)
                            + OF_BREVITY * Math.min(1, brevity)
                            + (hits == cells.length ? OF_ALL : 0)
                            + OF_ORDER * Math.max(ordered, least) / pairs
                            + OF_NEIGHBOURS * Math.max(neighbours, least) / pairs
                            + (begins ? OF_BEGINNING : 0));
        }
    }
}
