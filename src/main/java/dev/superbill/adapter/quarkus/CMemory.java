package dev.superbill.adapter.quarkus;

import org.graalvm.nativeimage.c.function.CFunction;

/// The memory that C libraries, such as the model's engine, take in a native binary.
///
/// The C library gives every thread an area of its own, which grows a page at a time, and gives
/// what is freed back to the system. A model that is loaded by one thread and used by another so
/// asks for the same memory again and again, and each new page costs a fault. One area that grows
/// in larger steps and keeps what it has serves a function better.
final class CMemory {
    // The numbers of mallopt(3) in glibc.
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;

    private static final int KEPT = 32 << 20;
    private static final int STEP = 1 << 20;

    private CMemory() {}

    /// Sets it; to be called before anything else. Does nothing on the JVM.
    static void share() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            var _ = mallopt(ARENA_MAX, 1);
            var _ = mallopt(TRIM_THRESHOLD, KEPT);
            var _ = mallopt(MMAP_THRESHOLD, KEPT);
            var _ = mallopt(TOP_PAD, STEP);
        }
    }

    @CFunction(transition = CFunction.Transition.NO_TRANSITION)
    private static native int mallopt(int parameter, int value);
}
