package dev.superbill.adapter.djl;

import java.util.List;

/// The pieces of one note as the model reads them: rows of equal length, each begun and ended, the
/// last one filled up. Every piece is in exactly one row: nothing is cut, however long the note.
final class Windows {
    private static final int ENDS = 2;

    private final long[] ids;
    private final int count;
    private final int length;

    private Windows(int count, int length) {
        this.ids = new long[count * length];
        this.count = count;
        this.length = length;
    }

    /// Lays pieces out in rows.
    ///
    /// @param pieces the pieces of a whole note; none at all make one row of two
    /// @param piecesPerWindow the most pieces of a row
    static Windows of(int[] pieces, int piecesPerWindow) {
        int count = Math.max(1, Math.ceilDiv(pieces.length, piecesPerWindow));
        var windows = new Windows(count, Math.min(pieces.length, piecesPerWindow) + ENDS);
        for (int row = 0; row < count; row++) {
            windows.fill(row, pieces, row * piecesPerWindow);
        }
        return windows;
    }

    /// Lays texts out, one in a row; all rows have the longest one's length.
    ///
    /// @param texts the pieces of each text, at least one text
    /// @param longest the most pieces of a row; what is over is left out
    static Windows ofTexts(List<int[]> texts, int longest) {
        int most = texts.stream().mapToInt(pieces -> pieces.length).max().orElse(0);
        var windows = new Windows(texts.size(), Math.min(most, longest) + ENDS);
        for (int row = 0; row < texts.size(); row++) {
            windows.fill(row, texts.get(row), 0);
        }
        return windows;
    }

    /// The rows, one after the other. Not a copy: to be read only.
    long[] ids() {
        return ids;
    }

    /// The number of rows.
    int count() {
        return count;
    }

    /// The length of every row.
    int length() {
        return length;
    }

    private void fill(int row, int[] pieces, int from) {
        int at = row * length;
        int pieceCount = Math.min(length - ENDS, pieces.length - from);
        ids[at++] = WordPiece.BEGIN;
        for (int i = 0; i < pieceCount; i++) {
            ids[at++] = pieces[from + i];
        }
        ids[at] = WordPiece.END;
        // What is left is WordPiece.PADDING, which is 0.
    }
}
