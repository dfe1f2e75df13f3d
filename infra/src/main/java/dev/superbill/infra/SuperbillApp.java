package dev.superbill.infra;

import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/// Puts the stacks together. The AWS CDK's command line starts it, as `cdk.json` says.
public final class SuperbillApp {
    /// Behaviour of the CDK that newer projects have by default.
    private static final Map<String, Object> FLAGS =
            Map.of(
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
                    "@aws-cdk/aws-iam:minimizePolicies", true,
                    "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
                    "@aws-cdk/core:checkSecretUsage", true,
                    "@aws-cdk/aws-apigateway:disableCloudWatchRole", true,
                    "@aws-cdk/aws-kms:aliasNameRef", true,
                    "@aws-cdk/core:enablePartitionLiterals", true,
                    "@aws-cdk/customresources:installLatestAwsSdkDefault", false);

    private SuperbillApp() {}

    /// Writes the cloud assembly.
    public static void main(String... args) {
        try {
            of(AppProps.builder()).synth();
        } catch (RefusedException e) {
            System.err.println("Not deployed: " + e.getMessage());
            System.exit(1);
        }
    }

    /// The stacks of a deployment, with the rules of HIPAA's pack watching over them.
    ///
    /// @param props where the assembly goes, and what context it has
    /// @throws RefusedException if the context has no meaning or there is nothing to deploy
    static App of(AppProps.Builder props) {
        var app = new App(props.postCliContext(FLAGS).analyticsReporting(false).build());
        var settings = Settings.of(app.getNode()::tryGetContext);
        var name = "superbill-" + settings.stage();
        var data = new DataStack(app, name + "-data", props(name, "what is kept"), settings);
        var network =
                new NetworkStack(
                        app, name + "-network", props(name, "the network"), settings, data);
        if (!(settings.artifact() instanceof Settings.Artifact.None)) {
            new ServiceStack(
                    app,
                    name + "-service",
                    props(name, "the function and its doors"),
                    settings,
                    data,
                    network);
            if (settings.batch() == Settings.Choice.YES) {
                new BatchStack(
                        app,
                        name + "-batch",
                        props(name, "the queue for batches"),
                        settings,
                        data,
                        network);
            }
        }
        Tags.of(app).add("superbill:stage", settings.stage());
        Tags.of(app).add("superbill:data", "phi");
        Aspects.of(app).add(HIPAASecurityChecks.Builder.create().build());
        return app;
    }

    private static StackProps props(String name, String what) {
        return StackProps.builder().description("Superbill (" + name + "): " + what).build();
    }
}
