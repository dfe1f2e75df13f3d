package dev.superbill.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import java.io.IOException;
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

    static Model load(String name, Path file, Path libraries)
            throws IOException, MalformedModelException {
        TransformerEngine.set(LIBRARIES, libraries.toAbsolutePath().toString());
        SETTINGS.forEach(TransformerEngine::set);
        var model = Model.newInstance(name, Device.cpu(), TransformerEngine.PYTORCH.label());
        try {
            model.load(file);
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw e;
        }
    }
}
