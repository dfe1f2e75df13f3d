package dev.superbill.adapter.store.official;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Makes bundles of official files.
///
/// A file that is damaged, cut short or mislabelled is refused, and so is one with a row that
/// cannot be read. Then no bundle is written, and all that is wrong is told.
public final class BundleBuild implements CodeBundles {
    private final Supplier<RowSink> sinks;

    /// Makes bundles.
    public BundleBuild() {
        this(RowSink::ofBundle);
    }

    BundleBuild(Supplier<RowSink> sinks) {
        this.sinks = sinks;
    }

    @Override
    public Summary build(Request request, Progress progress) {
        try (var walk = new SourceWalk()) {
            request.sources().forEach(walk::add);
            var sink = sinks.get();
            var reading = new Reading(sink, progress);
            reading.read(walk);
            reading.requireTrust(request.allowedBadRows());
            var written = BundleFile.write(sink.build(), reading.newest(), request.folder());
            return new Summary(
                    written.bundle(),
                    written.bytes(),
                    written.checksum(),
                    reading.loaded(),
                    reading.skipped(),
                    reading.badRows());
        } catch (IOException e) {
            throw new CodingException(Fault.STORE_UNAVAILABLE, "The bundle cannot be written.", e);
        }
    }

    @Override
    public Verified verify(Path bundle) {
        try {
            return BundleFile.verify(bundle);
        } catch (IOException _) {
            throw refused(bundle, "the file cannot be read");
        } catch (IllegalArgumentException e) {
            throw refused(bundle, String.valueOf(e.getMessage()));
        }
    }

    private static BundleRefusedException refused(Path bundle, String what) {
        return new BundleRefusedException(List.of(new Flaw(bundle.toString(), 0, what)));
    }
}
