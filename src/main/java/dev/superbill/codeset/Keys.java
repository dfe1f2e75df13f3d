package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.nio.LongBuffer;

/// Codes packed into eight bytes each, which order as the codes do: the system, then up to seven
/// characters without the dot.
final class Keys {
    private static final int CHARACTERS = 7;
    private static final CodeSystem[] SYSTEMS = CodeSystem.values();

    private Keys() {}

    /// The key of a code.
    static long of(Code code) {
        long key = code.system().ordinal() + 1L;
        int characters = 0;
        var value = code.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '.') {
                key = (key << Byte.SIZE) | c;
                characters++;
            }
        }
        return key << (Byte.SIZE * (CHARACTERS - characters));
    }

    /// The key of the codes of a system that begin with some characters, without a dot.
    static long beginning(CodeSystem system, String characters) {
        long key = system.ordinal() + 1L;
        for (int i = 0; i < CHARACTERS; i++) {
            key = key << Byte.SIZE | (i < characters.length() ? characters.charAt(i) : 0);
        }
        return key;
    }

    /// How many characters the code of a key has, without the dot.
    static int length(long key) {
        return CHARACTERS - Math.min(CHARACTERS, Long.numberOfTrailingZeros(key) / Byte.SIZE);
    }

    /// The system of the code of a key.
    static CodeSystem system(long key) {
        return SYSTEMS[(int) (key >>> 56) - 1];
    }

    /// The code of a key.
    static Code code(long key) {
        var system = system(key);
        var value = new StringBuilder();
        for (int shift = 48; shift >= 0; shift -= Byte.SIZE) {
            char c = (char) ((key >>> shift) & 0xFF);
            if (c == 0) {
                break;
            }
            if (system == CodeSystem.ICD_10_CM && value.length() == 3) {
                value.append('.');
            }
            value.append(c);
        }
        return Code.of(system, value.toString());
    }

    /// The last key of the codes that begin as the given one does.
    static long lastBelow(long key) {
        int free = Long.numberOfTrailingZeros(key) / Byte.SIZE * Byte.SIZE;
        return key | ((1L << free) - 1);
    }

    /// The place of the first of sorted keys that is not below the given one.
    static int lowerBound(LongBuffer sorted, long key) {
        int low = 0;
        int high = sorted.limit();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The place of a key among sorted ones, or [CodeTable#NO_ROW].
    static int find(LongBuffer sorted, long key) {
        int low = 0;
        int high = sorted.limit() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long value = sorted.get(middle);
            if (value < key) {
                low = middle + 1;
            } else if (value > key) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return CodeTable.NO_ROW;
    }
}
