package dev.superbill.codeset;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which codes are told of in which words: for each stem its codes, by their places among the keys
/// of the same file, each with one byte that says where the stem stands. Opening it makes views and
/// reads eight numbers.
///
/// A list of places is its length, then for each place its distance from the last one, both in
/// groups of seven bits, lowest first; then the byte: two bits of [Field], six bits of the position
/// among the words of the description, or of how many words the shortest phrase has.
public final class SearchIndex {
    /// The name of the index of our own table.
    public static final String OWN = "search";

    /// The byte of a place that has no code of this index.
    private static final byte NO_CODE = (byte) 0xFF;

    private static final int HEADER = 0x80;
    private static final int MOST_WORDS = 0x7E;
    private static final int GROUP = 7;
    private static final int CONTINUES = 0x80;

    /// The position of a word that is not in the description, or far behind.
    static final int NO_POSITION = 0x3F;

    private static final int POSITION_BITS = 6;

    /// Stands after a stem that stands for every word that begins so.
    private static final String OPEN = "*";

    private static final int SHORTEST_OPEN = 3;

    private final LongBuffer keys;
    private final TokenTable tokens;
    private final IntBuffer from;
    private final ByteBuffer places;
    private final ByteBuffer lengths;
    private final int first;
    private final int codes;
    private final double meanLength;

    /// Where a stem stands, with what it is worth there.
    enum Field {
        DESCRIPTION(1.0),
        /// In the description, and in a phrase that means the code.
        BOTH(1.15),
        PHRASE(0.8),
        /// In the name of the code's family, or among words that mean the code only together.
        FAMILY(0.45);

        private final double worth;

        Field(double worth) {
            this.worth = worth;
        }

        double worth() {
            return worth;
        }

        /// Whether the description has what stands in a field.
        static boolean described(int field) {
            return field <= BOTH.ordinal();
        }
    }

    private SearchIndex(FlatFile file, String name, LongBuffer keys) {
        this.keys = keys;
        tokens = TokenTable.open(file, name + ".token");
        from = file.intView(name + ".from");
        places = file.bytes(name + ".places");
        lengths = file.bytes(name + ".lengths");
        var told = file.intView(name);
        first = told.get(0);
        codes = told.get(1);
        meanLength = Math.max(1, told.get(2) / (double) Math.max(1, codes));
    }

    /// Opens the index that a [Builder] wrote under the name, if the file holds it.
    ///
    /// @param keys the keys of the codes, ordered, by whose places the index knows them
    static Optional<SearchIndex> open(FlatFile file, String name, LongBuffer keys) {
        return file.has(name) ? Optional.of(new SearchIndex(file, name, keys)) : Optional.empty();
    }

    /// How many codes are in it.
    int codes() {
        return codes;
    }

    /// How many words a description has on average.
    double meanLength() {
        return meanLength;
    }

    /// The first place that it knows.
    int first() {
        return first;
    }

    /// How many places it knows, codes or not.
    int span() {
        return lengths.limit();
    }

    long key(int place) {
        return keys.get(place);
    }

    /// Whether a code at a place is of this index.
    boolean holds(int place) {
        int at = place - first;
        return at >= 0 && at < lengths.limit() && lengths.get(at) != NO_CODE;
    }

    /// Whether the code only heads those that may be reported.
    boolean heads(int place) {
        return (lengths.get(place - first) & HEADER) != 0;
    }

    /// How many words the description has.
    int length(int place) {
        return lengths.get(place - first) & ~HEADER & 0xFF;
    }

    /// The first place from the first one on whose key is not below a key.
    int place(long key) {
        int low = first;
        int high = first + lengths.limit();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    TokenTable tokens() {
        return tokens;
    }

    /// The number of a stem, or a negative one.
    int find(String stem) {
        return tokens.find(stem);
    }

    /// Takes the number of every token that stands for all words that begin as this word does.
    void open(String word, TokenTable.Near found) {
        for (int length = SHORTEST_OPEN; length <= word.length(); length++) {
            int number = tokens.find(word.substring(0, length) + OPEN);
            if (number >= 0) {
                found.take(number, word.length() - length);
            }
        }
    }

    /// The codes of a token.
    Places places(int token) {
        return new Places(places, from.get(token));
    }

    /// Reads the codes of a token, by ascending place.
    static final class Places {
        private final Reading reading;

        private static final class Reading {
            private final ByteBuffer bytes;
            private int at;
            private int left;
            private int place;
            private int where;

            Reading(ByteBuffer bytes, int at) {
                this.bytes = bytes;
                this.at = at;
            }

            int number() {
                int value = 0;
                for (int shift = 0; ; shift += GROUP) {
                    int read = bytes.get(at++);
                    value |= (read & (CONTINUES - 1)) << shift;
                    if (read >= 0) {
                        return value;
                    }
                }
            }

            boolean next() {
                if (left == 0) {
                    return false;
                }
                left--;
                place += number();
                where = bytes.get(at++);
                return true;
            }
        }

        Places(ByteBuffer bytes, int at) {
            reading = new Reading(bytes, at);
            reading.left = reading.number();
        }

        /// How many are left.
        int left() {
            return reading.left;
        }

        /// Goes to the next code; false where there is none.
        boolean next() {
            return reading.next();
        }

        /// The place less the first one of the index.
        int place() {
            return reading.place;
        }

        int field() {
            return (reading.where & 0xFF) >>> POSITION_BITS;
        }

        /// The position in the description, or how many words the shortest phrase has that the
        /// token stands in; [#NO_POSITION] where it stands in neither.
        int position() {
            return reading.where & NO_POSITION;
        }
    }

    /// Collects the words of codes and writes an index.
    public static final class Builder {
        private static final int PLACE_SHIFT = 12;
        private static final int TOKEN_SHIFT = 36;
        private static final int MOST = 1 << (TOKEN_SHIFT - PLACE_SHIFT);
        private static final int FLAG_SHIFT = POSITION_BITS;
        private static final int DESCRIPTION = 1;
        private static final int PHRASE = 2;
        private static final int FAMILY = 4;

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Integer, Integer> lengths = new HashMap<>();
        private final Growing words = new Growing();

        private static final class Growing {
            private long[] values = new long[1024];
            private int size;

            void add(long value) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = value;
            }
        }

        /// Adds a code with its description.
        ///
        /// @param place its place among the keys
        public void add(int place, String description, Billing billing) {
            var stems = SearchWords.stems(description);
            for (int i = 0; i < stems.size(); i++) {
                add(stems.get(i), place, DESCRIPTION, Math.min(i, NO_POSITION));
            }
            lengths.put(
                    place,
                    Math.min(stems.size(), MOST_WORDS) | (billing == Billing.HEADER ? HEADER : 0));
        }

        /// Adds a phrase that means the code; `word*` in it is every word that begins so.
        public void phrase(int place, String phrase) {
            var tokens = tokens(phrase);
            int length = Math.min(tokens.size(), NO_POSITION);
            tokens.forEach(token -> add(token, place, PHRASE, length));
        }

        /// Adds words that mean the code only together, wherever they stand.
        public void loose(int place, String words) {
            tokens(words).forEach(token -> add(token, place, FAMILY, NO_POSITION));
        }

        private static List<String> tokens(String phrase) {
            var tokens = new ArrayList<String>();
            for (var piece : phrase.split(" ", -1)) {
                var words = SearchWords.words(piece);
                if (piece.endsWith(OPEN) && words.size() == 1) {
                    tokens.add(words.getFirst() + OPEN);
                } else {
                    tokens.addAll(SearchWords.stems(piece));
                }
            }
            return tokens;
        }

        /// Adds the name of a family that the code is of.
        public void family(int place, String family) {
            SearchWords.stems(family).forEach(stem -> add(stem, place, FAMILY, NO_POSITION));
        }

        private void add(String token, int place, int flag, int position) {
            if (place < 0 || place >= MOST) {
                throw new IllegalArgumentException("an index has at most " + MOST + " places");
            }
            int number = numbers.computeIfAbsent(token, _ -> numbers.size());
            words.add(
                    (long) number << TOKEN_SHIFT
                            | (long) place << PLACE_SHIFT
                            | (long) flag << FLAG_SHIFT
                            | position);
        }

        /// Writes the index.
        public void writeTo(FlatFile.Builder file, String name) {
            var closed = closed();
            var written = TokenTable.write(file, name + ".token", List.copyOf(closed.keySet()));
            var renumbered = new int[numbers.size()];
            closed.forEach((token, olds) ->
                    olds.forEach(old -> renumbered[old] = written.getOrDefault(token, 0)));
            var sorted = new long[words.size];
            long rest = (1L << TOKEN_SHIFT) - 1;
            for (int i = 0; i < sorted.length; i++) {
                int number = renumbered[(int) (words.values[i] >>> TOKEN_SHIFT)];
                sorted[i] = (long) number << TOKEN_SHIFT | (words.values[i] & rest);
            }
            Arrays.sort(sorted);
            int first = lengths.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
            int last = lengths.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
            var from = new int[written.size()];
            var lists = new Lists(sorted, first);
            for (int token = 0; token < from.length; token++) {
                from[token] = lists.at;
                lists.write(token);
            }
            var told = new byte[last - first + 1];
            Arrays.fill(told, NO_CODE);
            lengths.forEach((place, length) -> told[place - first] = length.byteValue());
            int total = lengths.values().stream().mapToInt(length -> length & ~HEADER).sum();
            file.ints(name, first, lengths.size(), total)
                    .ints(name + ".from", from)
                    .bytes(name + ".places", Arrays.copyOf(lists.bytes, lists.at))
                    .bytes(name + ".lengths", told);
        }

        /// The tokens to write, each with the numbers of those that it stands for: an open stem
        /// that is a stem already needs no token of its own.
        private Map<String, List<Integer>> closed() {
            var closed = new HashMap<String, List<Integer>>();
            numbers.forEach((token, number) -> {
                var bare = token.endsWith(OPEN) ? token.substring(0, token.length() - 1) : token;
                var kept = numbers.containsKey(bare) ? bare : token;
                closed.merge(
                        kept,
                        List.of(number),
                        (one, other) -> List.of(one.getFirst(), other.getFirst()));
            });
            return closed;
        }

        /// Writes the lists of places, one token after another.
        private static final class Lists {
            private final long[] sorted;
            private final int first;
            private byte[] bytes = new byte[1024];
            private int at;
            private int next;

            Lists(long[] sorted, int first) {
                this.sorted = sorted;
                this.first = first;
            }

            void write(int token) {
                int start = next;
                int count = 0;
                int last = -1;
                while (next < sorted.length && (int) (sorted[next] >>> TOKEN_SHIFT) == token) {
                    int place = place(next++);
                    count += place == last ? 0 : 1;
                    last = place;
                }
                number(count);
                last = first;
                // Sorted, what stands in the description goes before, the first position first.
                for (int i = start; i < next; ) {
                    int place = place(i);
                    int position = (int) sorted[i] & NO_POSITION;
                    int flags = 0;
                    while (i < next && place(i) == place) {
                        flags |= (int) (sorted[i++] >>> FLAG_SHIFT);
                    }
                    number(place - last);
                    put(field(flags).ordinal() << POSITION_BITS | position);
                    last = place;
                }
            }

            private int place(int i) {
                return (int) (sorted[i] >>> PLACE_SHIFT) & (MOST - 1);
            }

            private static Field field(int flags) {
                if ((flags & DESCRIPTION) != 0) {
                    return (flags & PHRASE) != 0 ? Field.BOTH : Field.DESCRIPTION;
                }
                return (flags & PHRASE) != 0 ? Field.PHRASE : Field.FAMILY;
            }

            private void number(int value) {
                int left = value;
                while (left >= CONTINUES) {
                    put((left & (CONTINUES - 1)) | CONTINUES);
                    left >>>= GROUP;
                }
                put(left);
            }

            private void put(int value) {
                if (at == bytes.length) {
                    bytes = Arrays.copyOf(bytes, at * 2);
                }
                bytes[at++] = (byte) value;
            }
        }
    }
}
