package dev.superbill.adapter.store.trail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Lets processes that write to one file take turns. SQLite keeps them apart, but who waits looks
/// again only every so often, and whoever writes without a pause is always faster.
///
/// Two bytes of a file beside it are locked: one by the process that writes, one by the process
/// that is next. Whoever has written cannot be next before the one that was next writes.
///
/// Nothing depends on it but patience: where the locks cannot be had, the turn is taken without.
final class Turns {
    private static final long WRITING = 0;
    private static final long NEXT = 1;

    private final Path file;
    private @Nullable FileChannel channel;

    /// @param file the file to lock; made where there is none
    Turns(Path file) {
        this.file = file;
    }

    /// A turn, until it is closed.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for a turn. One thread at a time asks.
    Turn take() {
        try {
            var open = open();
            try (var _ = open.lock(NEXT, 1, false)) {
                var writing = open.lock(WRITING, 1, false);
                return () -> {
                    try {
                        writing.release();
                    } catch (IOException _) {
                        close();
                    }
                };
            }
        } catch (OverlappingFileLockException _) {
            return () -> {};
        } catch (IOException _) {
            // Also where the thread was interrupted, which closes the channel.
            close();
            return () -> {};
        }
    }

    private FileChannel open() throws IOException {
        var open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(OwnedFile.at(file), StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    void close() {
        var open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // Its locks are gone with it.
            }
        }
    }
}
