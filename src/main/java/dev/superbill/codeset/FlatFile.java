package dev.superbill.codeset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Named arrays in one block of bytes, laid out so that opening it is a copy, never a parse.
///
/// Layout, little-endian: the magic number `SBF1`, the number of arrays, then for each array its
/// name, the width of its elements (1, 4 or 8 bytes), its length in elements and its offset; then
/// the arrays, each aligned to 8 bytes.
public final class FlatFile {
    private static final int MAGIC = 0x31464253;
    private static final int ALIGNMENT = 8;

    private final ByteBuffer bytes;
    private final Map<String, Slice> slices;

    private record Slice(int width, int length, int offset) {}

    private FlatFile(ByteBuffer bytes, Map<String, Slice> slices) {
        this.bytes = bytes;
        this.slices = slices;
    }

    /// Opens a block of bytes that [Builder#writeTo] wrote.
    ///
    /// @throws IllegalArgumentException if the block is not of this format or is cut short
    public static FlatFile open(ByteBuffer source) {
        var bytes = source.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 8 || bytes.getInt() != MAGIC) {
            throw new IllegalArgumentException("not a flat file");
        }
        try {
            return new FlatFile(bytes, slices(bytes));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the flat file is cut short", e);
        }
    }

    private static Map<String, Slice> slices(ByteBuffer bytes) {
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

    /// A copy of an array of ints.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public int[] ints(String name) {
        var slice = slice(name, Integer.BYTES);
        var values = new int[slice.length];
        body(slice).asIntBuffer().get(values);
        return values;
    }

    /// A copy of an array of longs.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public long[] longs(String name) {
        var slice = slice(name, Long.BYTES);
        var values = new long[slice.length];
        body(slice).asLongBuffer().get(values);
        return values;
    }

    /// A copy of an array of doubles.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public double[] doubles(String name) {
        var slice = slice(name, Double.BYTES);
        var values = new double[slice.length];
        body(slice).asDoubleBuffer().get(values);
        return values;
    }

    /// A view of an array of bytes.
    ///
    /// @throws IllegalArgumentException if there is no such array
    public ByteBuffer bytes(String name) {
        return body(slice(name, Byte.BYTES)).slice().asReadOnlyBuffer();
    }

    private ByteBuffer body(Slice slice) {
        return bytes.duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(slice.offset + slice.width * slice.length)
                .position(slice.offset);
    }

    private Slice slice(String name, int width) {
        var slice = slices.get(name);
        if (slice == null || slice.width != width) {
            throw new IllegalArgumentException(
                    "the flat file has no array '" + name + "' of that width");
        }
        return slice;
    }

    /// Collects arrays and writes them.
    public static final class Builder {
        private final Map<String, byte[]> bodies = new TreeMap<>();
        private final Map<String, Integer> widths = new TreeMap<>();

        /// Adds an array of ints.
        public Builder ints(String name, int... values) {
            var body = allocate(values.length * Integer.BYTES);
            body.asIntBuffer().put(values);
            return add(name, Integer.BYTES, contents(body));
        }

        /// Adds an array of longs.
        public Builder longs(String name, long... values) {
            var body = allocate(values.length * Long.BYTES);
            body.asLongBuffer().put(values);
            return add(name, Long.BYTES, contents(body));
        }

        /// Adds an array of doubles.
        public Builder doubles(String name, double... values) {
            var body = allocate(values.length * Double.BYTES);
            body.asDoubleBuffer().put(values);
            return add(name, Double.BYTES, contents(body));
        }

        /// Adds an array of bytes.
        public Builder bytes(String name, byte... values) {
            return add(name, Byte.BYTES, values.clone());
        }

        private static ByteBuffer allocate(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }

        private static byte[] contents(ByteBuffer buffer) {
            var contents = new byte[buffer.capacity()];
            buffer.get(0, contents);
            return contents;
        }

        private Builder add(String name, int width, byte[] body) {
            if (bodies.put(name, body) != null) {
                throw new IllegalArgumentException("two arrays are called '" + name + "'");
            }
            widths.put(name, width);
            return this;
        }

        /// The whole block of bytes. The same arrays give the same bytes.
        public byte[] toBytes() {
            int header = 8;
            for (var name : bodies.keySet()) {
                header += 1 + name.length() + 1 + 4 + 4;
            }
            int size = align(header);
            for (var body : bodies.values()) {
                size = align(size + body.length);
            }
            var all = allocate(size);
            all.putInt(MAGIC).putInt(bodies.size());
            int offset = align(header);
            for (var entry : bodies.entrySet()) {
                var name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
                int width = widths.getOrDefault(entry.getKey(), Byte.BYTES);
                int capacity = entry.getValue().length;
                all.put((byte) name.length).put(name).put((byte) width);
                all.putInt(capacity / width).putInt(offset);
                all.put(offset, entry.getValue(), 0, capacity);
                offset = align(offset + capacity);
            }
            return contents(all);
        }

        /// Writes the whole block.
        ///
        /// @throws IOException if the stream cannot be written
        public void writeTo(OutputStream out) throws IOException {
            out.write(toBytes());
        }

        private static int align(int offset) {
            return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }
}
