package dev.superbill.adapter.djl;

import java.util.Arrays;

/// Splits text into pieces by the rules `basic-1`, which `models/training/README.md` spells out:
/// over code points with fixed ranges, so that the training and every Java release agree. Takes
/// time in proportion to the text, whatever the text. Safe for use by many threads.
final class WordPiece {
    /// The rules that this class follows, as a manifest names them.
    static final String RULES = "basic-1";

    static final int PADDING = 0;
    static final int UNKNOWN = 1;
    static final int BEGIN = 2;
    static final int END = 3;

    private static final String SPECIAL = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";
    private static final String CONTINUATION = "##";
    private static final int LONGEST_WORD = 100;
    private static final int CHARS_PER_PIECE = 3;

    private final PieceTrie trie;
    private final int continuation;

    /// @param vocabulary the pieces, one a line, in the order of the ids
    WordPiece(String vocabulary) {
        if (!vocabulary.startsWith(SPECIAL)) {
            throw new IllegalArgumentException("the vocabulary begins with no special pieces");
        }
        trie = new PieceTrie(vocabulary);
        continuation = trie.walk(CONTINUATION);
    }

    /// The ids of all pieces of a text, in order.
    int[] split(String text) {
        var pieces = new Pieces(text.length() / CHARS_PER_PIECE + 1);
        var word = new int[LONGEST_WORD];
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isWord(codePoint)) {
                if (length < LONGEST_WORD) {
                    word[length] = Character.toLowerCase(codePoint);
                }
                length++;
            } else if (isSpace(codePoint)) {
                add(pieces, word, length);
                length = 0;
            } else if (!isDropped(codePoint)) {
                add(pieces, word, length);
                word[0] = replaced(codePoint);
                add(pieces, word, 1);
                length = 0;
            }
        }
        add(pieces, word, length);
        return pieces.toArray();
    }

    private void add(Pieces pieces, int[] word, int length) {
        if (length > LONGEST_WORD) {
            pieces.add(UNKNOWN);
            return;
        }
        int before = pieces.size;
        int root = PieceTrie.ROOT;
        for (int start = 0; start < length; ) {
            int found = PieceTrie.NONE;
            int end = start;
            int node = root;
            for (int i = start; i < length && node != PieceTrie.NONE; i++) {
                node = trie.next(node, word[i]);
                if (node != PieceTrie.NONE && trie.piece(node) != PieceTrie.NONE) {
                    found = trie.piece(node);
                    end = i + 1;
                }
            }
            if (found == PieceTrie.NONE) {
                pieces.size = before;
                pieces.add(UNKNOWN);
                return;
            }
            pieces.add(found);
            start = end;
            root = continuation;
        }
    }

    private static boolean isWord(int codePoint) {
        return between(codePoint, 'a', 'z')
                || between(codePoint, 'A', 'Z')
                || between(codePoint, '0', '9')
                || (between(codePoint, 0xC0, 0x24F) && codePoint != 0xD7 && codePoint != 0xF7)
                || between(codePoint, 0x370, 0x4FF);
    }

    private static boolean isSpace(int codePoint) {
        return between(codePoint, 0x9, 0xD)
                || between(codePoint, 0x2000, 0x200A)
                || switch (codePoint) {
                    case ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
                    default -> false;
                };
    }

    /// Asked after [#isSpace].
    private static boolean isDropped(int codePoint) {
        return codePoint <= 0x1F
                || between(codePoint, 0x7F, 0x9F)
                || codePoint == 0xAD
                || between(codePoint, 0x300, 0x36F)
                || between(codePoint, 0x200B, 0x200F)
                || between(codePoint, 0x202A, 0x202E)
                || between(codePoint, 0x2060, 0x2064)
                || between(codePoint, 0xFE00, 0xFE0F)
                || codePoint == 0xFEFF;
    }

    private static int replaced(int codePoint) {
        return switch (codePoint) {
            case 0x2018, 0x2019, 0x201B, 0x2032 -> '\'';
            case 0x201C, 0x201D, 0x201F, 0x2033 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            default -> codePoint;
        };
    }

    private static boolean between(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    /// Ids, as many as come.
    private static final class Pieces {
        private int[] ids;
        private int size;

        Pieces(int expected) {
            ids = new int[expected];
        }

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }

        int[] toArray() {
            return Arrays.copyOf(ids, size);
        }
    }
}
