package dev.superbill.adapter.djl;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.management.MemoryUsage;

/// In a native binary, answers that there is no CUDA: DJL would ask it through JNA, which this
/// program does without.
@Substitute
@TargetClass(CudaUtils.class)
@SuppressWarnings("DoNotCallSuggester") // nothing but DJL calls this, by the other class's name
final class Target_CudaUtils {
    private static final String NO_CUDA = "this program runs on the processor";

    @Substitute
    public static boolean hasCuda() {
        return false;
    }

    @Substitute
    public static int getGpuCount() {
        return 0;
    }

    @Substitute
    public static int getCudaVersion() {
        throw new IllegalStateException(NO_CUDA);
    }

    @Substitute
    public static String getCudaVersionString() {
        throw new IllegalStateException(NO_CUDA);
    }

    @Substitute
    public static String getComputeCapability(int device) {
        throw new IllegalStateException(NO_CUDA);
    }

    @Substitute
    public static MemoryUsage getGpuMemory(Device device) {
        throw new IllegalStateException(NO_CUDA);
    }
}
