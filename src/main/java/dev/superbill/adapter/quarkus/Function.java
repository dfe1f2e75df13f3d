package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.Refusal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The Lambda function alone, as its own small binary is built: no server, no command line.
@QuarkusMain(name = "function")
public final class Function {
    private Function() {}

    /// Starts the process.
    public static void main(String... args) {
        CMemory.share();
        if (!LambdaPollLoop.wanted()) {
            System.exit(
                    Refusal.said(
                            "This binary is a Lambda function: AWS_LAMBDA_RUNTIME_API has to name"
                                    + " the runtime interface."));
        }
        Quarkus.run(Server.class);
    }
}
