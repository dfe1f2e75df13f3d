package dev.superbill.adapter.quarkus;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaRecorder;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownContext;

/// In a native binary, leaves the extension's poll loop out: [LambdaPollLoop] takes its place.
@TargetClass(AmazonLambdaRecorder.class)
final class Target_AmazonLambdaRecorder {
    @Substitute
    public void startPollLoop(ShutdownContext context, LaunchMode launchMode) {}
}
