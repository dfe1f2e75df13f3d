package dev.superbill.adapter.djl;

import ai.djl.onnxruntime.engine.OrtEngine;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/// In a native binary, answers that there is no CUDA: else DJL has ONNX Runtime look for it
/// whenever the engine starts.
@TargetClass(OrtEngine.class)
final class Target_OrtEngine {
    @Substitute
    public boolean hasCapability(String capability) {
        return "MKL".equals(capability);
    }
}
