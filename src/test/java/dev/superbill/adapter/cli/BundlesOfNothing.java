package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.CodeBundles;
import java.nio.file.Path;

/// Makes no bundles, for tests that need none.
class BundlesOfNothing implements CodeBundles {
    @Override
    public Summary build(Request request, Progress progress) {
        throw new IllegalStateException("no bundle was asked for");
    }

    @Override
    public Verified verify(Path bundle) {
        throw new IllegalStateException("no bundle was asked for");
    }
}
