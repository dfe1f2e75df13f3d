package dev.superbill.adapter.djl;

import java.nio.file.Path;
import java.util.Map;

/// DJL's PyTorch engine, as this program runs it.
final class PyTorch {
    private static final String LIBRARIES = "PYTORCH_LIBRARY_PATH";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "PYTORCH_FLAVOR", "cpu",
                    "OPT_OUT_TRACKING", "true",
                    "ai.djl.offline", "true",
                    "ai.djl.pytorch.num_threads", "1",
                    "ai.djl.pytorch.num_interop_threads", "1",
                    "ai.djl.pytorch.graph_optimizer", "false");

    private PyTorch() {}

    static void prepare(Path libraries) {
        TransformerEngine.set(LIBRARIES, libraries.toAbsolutePath().toString());
        SETTINGS.forEach(TransformerEngine::set);
    }
}
