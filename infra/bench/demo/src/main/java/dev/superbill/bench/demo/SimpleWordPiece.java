package dev.superbill.bench.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Greedy WordPiece over words and single signs, as a demo would have it: right for plain English.
final class SimpleWordPiece {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    private static final int UNKNOWN = 1;
    private static final int BEGIN = 2;
    private static final int END = 3;
    private static final int WINDOW = 254;

    private final Map<String, Integer> ids = new HashMap<>();

    SimpleWordPiece(List<String> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            ids.put(pieces.get(i), i);
        }
    }

    /// Rows of equal length, each begun and ended, the last one filled with zeros.
    long[][] windows(String note) {
        var pieces = split(note);
        int length = Math.min(pieces.size(), WINDOW) + 2;
        var windows = new long[Math.max(1, Math.ceilDiv(pieces.size(), WINDOW))][length];
        for (int row = 0; row < windows.length; row++) {
            int from = row * WINDOW;
            int count = Math.min(WINDOW, pieces.size() - from);
            windows[row][0] = BEGIN;
            for (int i = 0; i < count; i++) {
                windows[row][i + 1] = pieces.get(from + i);
            }
            windows[row][count + 1] = END;
        }
        return windows;
    }

    private List<Integer> split(String note) {
        var pieces = new ArrayList<Integer>();
        var words = WORD.matcher(note.toLowerCase(Locale.ROOT));
        while (words.find()) {
            pieces.addAll(piecesOf(words.group()));
        }
        return pieces;
    }

    private List<Integer> piecesOf(String word) {
        var found = new ArrayList<Integer>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            var prefix = start == 0 ? "" : "##";
            while (end > start && !ids.containsKey(prefix + word.substring(start, end))) {
                end--;
            }
            if (end == start) {
                return List.of(UNKNOWN);
            }
            found.add(ids.get(prefix + word.substring(start, end)));
            start = end;
        }
        return found;
    }
}
