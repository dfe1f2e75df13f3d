package dev.superbill.codeset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// Named arrays in one block of bytes, laid out so that opening it is a view, never a parse. The
/// block may be memory that maps a file: then nothing is read before it is asked for.
///
/// Layout, little-endian: the magic number `SBF2`, the CRC-32C of the rest of the header, the
/// length of the header, the length of the whole block (8 bytes), the SHA-256 of all that follows
/// the header (32 bytes), the number of arrays, then for each array its name, the width of its
/// elements (1, 2, 4 or 8 bytes), its length in elements and its offset; then the arrays, each
/// aligned to 8 bytes. Opening checks the header and the length; [#verify()] reads everything.
public final class FlatFile {
    private static final int MAGIC = 0x32464253;
    private static final int ALIGNMENT = 8;
    private static final int CRC_AT = 4;
    private static final int HEADER_AT = 8;
    private static final int LENGTH_AT = 12;
    private static final int DIGEST_AT = 20;
    private static final int DIGEST_LENGTH = 32;
    private static final int FIXED = DIGEST_AT + DIGEST_LENGTH + Integer.BYTES;

    private final ByteBuffer bytes;
    private final int bodyFrom;
    private final Map<String, Slice> slices;

    private record Slice(int width, int length, int offset) {}

    private FlatFile(ByteBuffer bytes, int bodyFrom, Map<String, Slice> slices) {
        this.bytes = bytes;
        this.bodyFrom = bodyFrom;
        this.slices = slices;
    }

    /// Opens a block of bytes that [Builder#writeTo] wrote.
    ///
    /// @throws IllegalArgumentException if the block is not of this format, is cut short, or has a
    ///   damaged header
    public static FlatFile open(ByteBuffer source) {
        var bytes = source.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < FIXED || bytes.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("not a flat file");
        }
        int header = bytes.getInt(HEADER_AT);
        if (header < FIXED || header > bytes.limit() || bytes.getLong(LENGTH_AT) != bytes.limit()) {
            throw new IllegalArgumentException("the flat file is cut short");
        }
        var crc = new CRC32C();
        crc.update(bytes.duplicate().position(HEADER_AT).limit(header));
        if ((int) crc.getValue() != bytes.getInt(CRC_AT)) {
            throw new IllegalArgumentException("the header of the flat file is damaged");
        }
        try {
            return new FlatFile(
                    bytes, header, slices(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN)));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the flat file is cut short", e);
        }
    }

    private static Map<String, Slice> slices(ByteBuffer bytes) {
        bytes.position(DIGEST_AT + DIGEST_LENGTH);
        int count = bytes.getInt();
        var slices = new TreeMap<String, Slice>();
        for (int i = 0; i < count; i++) {
            var name = new byte[bytes.get() & 0xFF];
            bytes.get(name);
            var slice = new Slice(bytes.get(), bytes.getInt(), bytes.getInt());
            if (slice.length < 0
                    || slice.offset < 0
                    || slice.offset + (long) slice.width * slice.length > bytes.limit()) {
                throw new IllegalArgumentException("the flat file is cut short");
            }
            slices.put(new String(name, StandardCharsets.US_ASCII), slice);
        }
        return slices;
    }

    /// A copy that lacks some arrays, for whoever has read those and holds on to the others. Its
    /// checksum is still that of the whole block, so that it cannot be verified.
    ///
    /// @param prefix how the names of those arrays begin
    public FlatFile without(String prefix) {
        var kept = new TreeMap<String, Slice>();
        int end = bodyFrom;
        for (var slice : slices.entrySet()) {
            if (!slice.getKey().startsWith(prefix)) {
                end = Math.ceilDiv(end, ALIGNMENT) * ALIGNMENT;
                var part = slice.getValue();
                kept.put(slice.getKey(), new Slice(part.width, part.length, end));
                end += part.width * part.length;
            }
        }
        var copy = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        copy.put(0, bytes, 0, bodyFrom);
        kept.forEach((name, part) ->
                copy.put(
                        part.offset,
                        bytes,
                        slice(name, part.width).offset,
                        part.width * part.length));
        return new FlatFile(copy, bodyFrom, kept);
    }

    /// The SHA-256, in hexadecimal, that the header states for the content.
    public String checksum() {
        var digest = new byte[DIGEST_LENGTH];
        bytes.get(DIGEST_AT, digest);
        return HexFormat.of().formatHex(digest);
    }

    /// Reads everything and compares it with the checksum of the header.
    ///
    /// @throws IllegalArgumentException if they differ
    public void verify() {
        var digest = sha256();
        digest.update(bytes.duplicate().position(bodyFrom));
        if (!HexFormat.of().formatHex(digest.digest()).equals(checksum())) {
            throw new IllegalArgumentException("the content differs from its checksum");
        }
    }

    /// Whether there is an array of that name.
    public boolean has(String name) {
        return slices.containsKey(name);
    }

    /// A copy of an array of ints.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public int[] ints(String name) {
        var view = intView(name);
        var values = new int[view.limit()];
        view.get(values);
        return values;
    }

    /// A copy of an array of longs.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public long[] longs(String name) {
        var view = longView(name);
        var values = new long[view.limit()];
        view.get(values);
        return values;
    }

    /// A copy of an array of doubles.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public double[] doubles(String name) {
        var view = body(slice(name, Double.BYTES)).asDoubleBuffer();
        var values = new double[view.limit()];
        view.get(values);
        return values;
    }

    /// A view of an array of bytes.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public ByteBuffer bytes(String name) {
        return body(slice(name, Byte.BYTES)).asReadOnlyBuffer();
    }

    /// A view of an array of 16-bit numbers without sign.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public CharBuffer charView(String name) {
        return body(slice(name, Character.BYTES)).asCharBuffer();
    }

    /// A view of an array of ints.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public IntBuffer intView(String name) {
        return body(slice(name, Integer.BYTES)).asIntBuffer();
    }

    /// A view of an array of longs.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public LongBuffer longView(String name) {
        return body(slice(name, Long.BYTES)).asLongBuffer();
    }

    /// An array of bytes as UTF-8 text.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public String text(String name) {
        var view = bytes(name);
        var text = new byte[view.remaining()];
        view.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private ByteBuffer body(Slice slice) {
        return bytes.slice(slice.offset, slice.width * slice.length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Slice slice(String name, int width) {
        var slice = slices.get(name);
        if (slice == null || slice.width != width) {
            throw new IllegalArgumentException(
                    "the flat file has no array '" + name + "' of that width");
        }
        return slice;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Collects arrays and writes them. The same arrays give the same bytes.
    public static final class Builder {
        private final Map<String, byte[]> bodies = new TreeMap<>();
        private final Map<String, Integer> widths = new TreeMap<>();

        /// Adds an array of 16-bit numbers without sign.
        public Builder chars(String name, char... values) {
            var body = new byte[values.length * Character.BYTES];
            over(body).asCharBuffer().put(values);
            return add(name, Character.BYTES, body);
        }

        /// Adds an array of ints.
        public Builder ints(String name, int... values) {
            var body = new byte[values.length * Integer.BYTES];
            over(body).asIntBuffer().put(values);
            return add(name, Integer.BYTES, body);
        }

        /// Adds an array of longs.
        public Builder longs(String name, long... values) {
            var body = new byte[values.length * Long.BYTES];
            over(body).asLongBuffer().put(values);
            return add(name, Long.BYTES, body);
        }

        /// Adds an array of doubles.
        public Builder doubles(String name, double... values) {
            var body = new byte[values.length * Double.BYTES];
            over(body).asDoubleBuffer().put(values);
            return add(name, Double.BYTES, body);
        }

        /// Adds an array of bytes.
        public Builder bytes(String name, byte... values) {
            return add(name, Byte.BYTES, values.clone());
        }

        /// Adds a text, as UTF-8.
        public Builder text(String name, String text) {
            return add(name, Byte.BYTES, text.getBytes(StandardCharsets.UTF_8));
        }

        private static ByteBuffer over(byte[] body) {
            return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        }

        private Builder add(String name, int width, byte[] body) {
            if (bodies.put(name, body) != null) {
                throw new IllegalArgumentException("two arrays are called '" + name + "'");
            }
            widths.put(name, width);
            return this;
        }

        /// The whole block of bytes.
        public byte[] toBytes() {
            var header = header();
            var all = new byte[Math.toIntExact(over(header).getLong(LENGTH_AT))];
            System.arraycopy(header, 0, all, 0, header.length);
            int offset = header.length;
            for (var body : bodies.values()) {
                System.arraycopy(body, 0, all, offset, body.length);
                offset = align(offset + body.length);
            }
            return all;
        }

        /// Writes the whole block.
        ///
        /// @throws IOException if the stream cannot be written
        public void writeTo(OutputStream out) throws IOException {
            out.write(header());
            for (var body : bodies.values()) {
                out.write(body);
                out.write(padding(body));
            }
        }

        private byte[] header() {
            int length = FIXED;
            for (var name : bodies.keySet()) {
                length += 1 + name.length() + 1 + Integer.BYTES + Integer.BYTES;
            }
            length = align(length);
            var bytes = new byte[length];
            var header = over(bytes);
            header.position(DIGEST_AT + DIGEST_LENGTH);
            header.putInt(bodies.size());
            int offset = length;
            var digest = sha256();
            for (var entry : bodies.entrySet()) {
                var name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
                var body = entry.getValue();
                int width = widths.getOrDefault(entry.getKey(), Byte.BYTES);
                header.put((byte) name.length).put(name).put((byte) width);
                header.putInt(body.length / width).putInt(offset);
                offset = align(Math.addExact(offset, body.length));
                digest.update(body);
                digest.update(padding(body));
            }
            header.putInt(0, MAGIC).putInt(HEADER_AT, length).putLong(LENGTH_AT, offset);
            header.put(DIGEST_AT, digest.digest());
            var crc = new CRC32C();
            crc.update(bytes, HEADER_AT, length - HEADER_AT);
            header.putInt(CRC_AT, (int) crc.getValue());
            return bytes;
        }

        private static byte[] padding(byte[] body) {
            return new byte[align(body.length) - body.length];
        }

        private static int align(int offset) {
            return Math.addExact(offset, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }
}
