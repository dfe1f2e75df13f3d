package dev.superbill.adapter.djl;

import ai.djl.Device;
import ai.djl.Model;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// DJL's PyTorch engine, as this program runs it: on the processor, one thread a note, from
/// libraries that lie in a folder, with no network and no cache.
final class PyTorch {
    /// The engine's name, in DJL and in answers.
    static final String NAME = "PyTorch";

    private static final String LIBRARIES = "PYTORCH_LIBRARY_PATH";

    /// Read by DJL once, when the engine starts. A setting from outside goes before.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "PYTORCH_FLAVOR", "cpu",
                    "OPT_OUT_TRACKING", "true",
                    "ai.djl.offline", "true",
                    "ai.djl.pytorch.num_threads", "1",
                    "ai.djl.pytorch.num_interop_threads", "1",
                    "ai.djl.pytorch.graph_optimizer", "false");

    private PyTorch() {}

    /// A model with nothing loaded yet. The first call starts the engine: another folder of
    /// libraries makes no difference after that.
    ///
    /// @throws IOException if the folder holds no PyTorch; DJL would look for it elsewhere
    static Model newModel(String name, Path libraries) throws IOException {
        for (var library : new String[] {"torch", "djl_torch"}) {
            var file = libraries.resolve(System.mapLibraryName(library));
            if (!Files.isRegularFile(file)) {
                throw new FileNotFoundException("there is no " + file);
            }
        }
        set(LIBRARIES, libraries.toAbsolutePath().toString());
        SETTINGS.forEach(PyTorch::set);
        return Model.newInstance(name, Device.cpu(), NAME);
    }

    private static void set(String setting, String value) {
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, value);
        }
    }
}
