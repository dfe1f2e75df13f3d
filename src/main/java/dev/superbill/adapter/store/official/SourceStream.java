package dev.superbill.adapter.store.official;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// The bytes of a file on their way to a reader: counted, and their checksum taken.
final class SourceStream extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final MessageDigest digest = sha256();
    private final LongConsumer progress;
    private long count;
    private long told;

    /// @param progress hears now and then how many bytes were read
    SourceStream(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            digest.update((byte) value);
            counted(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            counted(read);
        }
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        return readNBytes(Math.toIntExact(Math.min(length, STEP))).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int read) {
        count += read;
        if (count - told >= STEP) {
            told = count;
            progress.accept(count);
        }
    }

    /// Reads what is left, and gives the checksum of the whole.
    String finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        progress.accept(count);
        return HexFormat.of().formatHex(digest.digest());
    }
}
