package dev.superbill.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The DJL engines that can run the model, each on the processor, with one thread a note, from
/// libraries that lie in a folder: no network, no cache, nothing unpacked.
public enum TransformerEngine {
    /// Runs TorchScript. Its libraries take half a second to load and 360 MB of disk.
    PYTORCH("PyTorch", "pytorch", "torch", "djl_torch") {
        @Override
        List<String> files(String model) {
            return List.of(model + ".pt");
        }

        @Override
        void prepare(Path libraries) {
            PyTorch.prepare(libraries);
        }

        @Override
        Map<String, ?> options() {
            return Map.of();
        }
    },
    /// Runs ONNX: the same models in a form that opens within milliseconds, from 20 MB of
    /// libraries.
    ONNX_RUNTIME("OnnxRuntime", "onnxruntime", "onnxruntime", "onnxruntime4j_jni") {
        @Override
        List<String> files(String model) {
            return List.of(model + ".onnx", model + ".onnx.weights");
        }

        @Override
        void prepare(Path libraries) {
            OnnxRuntime.prepare(libraries);
        }

        @Override
        Map<String, ?> options() throws MalformedModelException {
            return OnnxRuntime.options();
        }
    };

    private final String label;
    private final String folder;
    private final String library;
    private final String bridge;

    TransformerEngine(String label, String folder, String library, String bridge) {
        this.label = label;
        this.folder = folder;
        this.library = library;
        this.bridge = bridge;
    }

    /// The engine with the given name.
    public static Optional<TransformerEngine> named(String name) {
        return Arrays.stream(values()).filter(engine -> engine.label.equals(name)).findFirst();
    }

    /// Its name, in DJL, in settings and in answers.
    public String label() {
        return label;
    }

    /// The name of the folder that its libraries are usually in.
    public String folder() {
        return folder;
    }

    /// The files that hold a model, the one to load first.
    abstract List<String> files(String model);

    /// Sets what the engine reads when it starts.
    abstract void prepare(Path libraries);

    /// What the engine, once started, is told of each model.
    abstract Map<String, ?> options() throws MalformedModelException;

    /// A model, loaded. The first call starts the engine: another folder of libraries makes no
    /// difference after that.
    Model load(String name, Path file, Path libraries) throws IOException, MalformedModelException {
        prepare(libraries);
        var model = Model.newInstance(name, Device.cpu(), label);
        try {
            model.load(file, null, options());
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw e;
        }
    }

    /// Whether the engine's libraries lie in a folder.
    public boolean isIn(Path directory) {
        return missing(directory).isEmpty();
    }

    /// Looks whether the engine's libraries are there.
    ///
    /// @throws IOException if one is not; DJL would look for it elsewhere
    void require(Path directory) throws IOException {
        var missing = missing(directory);
        if (missing.isPresent()) {
            throw new FileNotFoundException("there is no " + missing.get());
        }
    }

    private Optional<Path> missing(Path directory) {
        return Stream.of(library, bridge)
                .map(name -> directory.resolve(System.mapLibraryName(name)))
                .filter(file -> !Files.isRegularFile(file))
                .findFirst();
    }

    /// Sets what an engine reads once, when it starts. A setting from outside goes before.
    static void set(String setting, String value) {
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, value);
        }
    }
}
