package dev.superbill.codeset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Texts by number, each kept once. Number 0 is the empty text.
final class Texts {
    private final IntBuffer from;
    private final ByteBuffer bytes;

    private Texts(IntBuffer from, ByteBuffer bytes) {
        this.from = from;
        this.bytes = bytes;
    }

    /// Opens the texts that a [Builder] wrote under the name.
    static Texts open(FlatFile file, String name) {
        return new Texts(file.intView(name + ".from"), file.bytes(name));
    }

    /// The text of a number.
    String get(int number) {
        int start = from.get(number);
        int length = from.get(number + 1) - start;
        if (length == 0) {
            return "";
        }
        var text = new byte[length];
        bytes.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// Collects texts and writes them.
    static final class Builder {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        Builder() {
            number("");
        }

        /// The number of a text, which is its first one if it has none.
        int number(String text) {
            return numbers.computeIfAbsent(text, _ -> numbers.size());
        }

        /// Writes the texts.
        void writeTo(FlatFile.Builder file, String name) {
            var all = new ByteArrayOutputStream();
            var from = new int[numbers.size() + 1];
            int next = 0;
            for (var text : numbers.keySet()) {
                all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                from[++next] = all.size();
            }
            file.ints(name + ".from", from).bytes(name, all.toByteArray());
        }
    }
}
