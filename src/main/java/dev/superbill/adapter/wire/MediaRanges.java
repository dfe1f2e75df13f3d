package dev.superbill.adapter.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the headers that speak of media types.
final class MediaRanges {
    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)");
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?!\"?utf-?8\"?\\s*(;|$))");

    private MediaRanges() {}

    /// Whether an `Accept` header takes JSON.
    static boolean accept(String header) {
        return header.isBlank()
                || Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                        .filter(range -> !REFUSED.matcher(range).find())
                        .map(MediaRanges::type)
                        .anyMatch(type ->
                                type.equals("*/*")
                                        || type.equals("application/*")
                                        || type.equals("application/json"));
    }

    /// Whether a `Content-Type` header says JSON in UTF-8.
    static boolean json(String header) {
        var lower = header.toLowerCase(Locale.ROOT);
        return type(lower).equals("application/json") && !OTHER_CHARSET.matcher(lower).find();
    }

    private static String type(String range) {
        int end = range.indexOf(';');
        return (end < 0 ? range : range.substring(0, end)).strip();
    }
}
