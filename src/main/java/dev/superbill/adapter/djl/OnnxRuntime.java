package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;

/// DJL's ONNX Runtime engine, as this program runs it.
///
/// The models come with their operators fused and their weights in a file that is mapped, so there
/// is nothing to optimise when a session opens. An arena would keep the memory of the longest note.
final class OnnxRuntime {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "OPT_OUT_TRACKING", "true",
                    "ai.djl.offline", "true",
                    // Else DJL starts PyTorch too, for what ONNX Runtime's arrays cannot do.
                    "ai.djl.onnx.disable_alternative", "true");

    private OnnxRuntime() {}

    static void prepare(Path libraries) {
        TransformerEngine.set("onnxruntime.native.path", libraries.toAbsolutePath().toString());
        SETTINGS.forEach(TransformerEngine::set);
    }

    static Map<String, ?> options() throws MalformedModelException {
        return Map.of("sessionOptions", sessionOptions());
    }

    private static OrtSession.SessionOptions sessionOptions() throws MalformedModelException {
        try {
            var options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            // Packing costs more than it gains: the matrices are small.
            options.addConfigEntry("session.disable_prepacking", "1");
            return options;
        } catch (OrtException e) {
            throw new MalformedModelException("ONNX Runtime refuses its settings", e);
        }
    }
}
