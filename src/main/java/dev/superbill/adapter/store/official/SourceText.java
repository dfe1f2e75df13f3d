package dev.superbill.adapter.store.official;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The text of a file, line by line. A line that is not UTF-8 is taken as Windows' Latin-1, which
/// most publishers still write; a byte order mark is dropped.
final class SourceText extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 25;
    private static final char END_OF_FILE = '\u001A';

    /// What Windows has at 0x80 to 0x9F.
    private static final String WINDOWS =
            "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long line;
    private boolean cut;
    private String pending = "";
    private int pendingFrom;

    SourceText(InputStream in) {
        this.in = in;
    }

    /// How many lines were read.
    long line() {
        return line;
    }

    /// Whether the last line that was read has no end.
    boolean isCut() {
        return cut;
    }

    /// The next line without its end.
    Optional<String> nextLine() throws IOException {
        int end = endOfLine();
        if (end == from && end == to) {
            return Optional.empty();
        }
        line++;
        cut = end == to;
        int length = end - from;
        if (length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        var text = decode(from, length);
        from = cut ? end : end + 1;
        if (cut && text.length() == 1 && text.charAt(0) == END_OF_FILE) {
            cut = false;
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /// Where the line that begins at `from` ends in the buffer: at its line feed, or where the file
    /// ends.
    private int endOfLine() throws IOException {
        int at = from;
        while (true) {
            for (; at < to; at++) {
                if (buffer[at] == '\n') {
                    return at;
                }
            }
            int before = from;
            if (!fill()) {
                return to;
            }
            at -= before - from;
        }
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            if (to >= LONGEST_LINE) {
                throw new RefusedFileException(line + 1, "the line is too long to be read");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            return false;
        }
        to += count;
        return true;
    }

    private String decode(int start, int length) {
        int begin = start;
        int size = length;
        if (line == 1
                && size >= 3
                && buffer[begin] == (byte) 0xEF
                && buffer[begin + 1] == (byte) 0xBB
                && buffer[begin + 2] == (byte) 0xBF) {
            begin += 3;
            size -= 3;
        }
        boolean ascii = true;
        for (int i = begin; i < begin + size; i++) {
            if (buffer[i] == 0) {
                throw new RefusedFileException(line, "the line holds bytes that are no text");
            }
            ascii &= buffer[i] > 0;
        }
        if (ascii) {
            return new String(buffer, begin, size, StandardCharsets.ISO_8859_1);
        }
        try {
            return utf8.decode(ByteBuffer.wrap(buffer, begin, size)).toString();
        } catch (CharacterCodingException _) {
            return windows(new String(buffer, begin, size, StandardCharsets.ISO_8859_1));
        }
    }

    private static String windows(String latin) {
        var text = new StringBuilder(latin);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80 && unit < 0xA0) {
                text.setCharAt(i, WINDOWS.charAt(unit - 0x80));
            }
        }
        return text.toString();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (pendingFrom == pending.length()) {
            var next = nextLine();
            if (next.isEmpty()) {
                return -1;
            }
            pending = cut ? next.get() : next.get() + '\n';
            pendingFrom = 0;
        }
        int count = Math.min(length, pending.length() - pendingFrom);
        CharBuffer.wrap(target, offset, count).put(pending, pendingFrom, pendingFrom + count);
        pendingFrom += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
