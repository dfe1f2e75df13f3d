package dev.superbill.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.logs.RetentionDays;

/// What an operator chooses, read from the context (`-c name=value`) and checked before anything is
/// made. The README has the list.
///
/// @param stage tells deployments of one account apart; a part of every stack's name
/// @param artifact what the function runs
/// @param codeSetPrefix where in the bucket the bundles are that the function serves; empty: what
///   ships with it
/// @param capacity memory and concurrency
/// @param limits how often callers may call
/// @param alarms thresholds, and who is told
/// @param retention how long logs are kept
/// @param issuer who signs the tokens of the HTTP API; empty: IAM
/// @param origins the pages that browsers may call the HTTP API from
/// @param batch whether there is a queue for batches
/// @param gatewayLogRole whether to set the account's role that API Gateway logs with
record Settings(
        String stage,
        Artifact artifact,
        String codeSetPrefix,
        Capacity capacity,
        Limits limits,
        Alerts alarms,
        RetentionDays retention,
        Optional<Issuer> issuer,
        List<String> origins,
        Choice batch,
        Choice gatewayLogRole) {
    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-]{0,15}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)*");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    Settings {
        origins = List.copyOf(origins);
    }

    /// Yes or no.
    enum Choice {
        YES,
        NO
    }

    /// What the function runs.
    sealed interface Artifact {
        /// The native binary, the model and ONNX Runtime in one zip file.
        record Zip(Path file, Architecture architecture, Layout layout) implements Artifact {}

        /// The image with PyTorch, by its digest in the repository of the data stack.
        record Image(String digest, Architecture architecture) implements Artifact {}

        /// Nothing yet: the stacks of what is kept and of the network alone.
        record None() implements Artifact {}
    }

    /// Where in the zip file the classifier's parts lie.
    ///
    /// @param model the model's folder
    /// @param libraries the folder of ONNX Runtime's library
    record Layout(String model, String libraries) {}

    /// @param memory in MB; 1,769 are one processor
    /// @param reserved the most environments at once, and those kept from the rest of the account
    /// @param provisioned the environments kept started; none where 0
    record Capacity(int memory, int reserved, int provisioned) {}

    /// @param perSecond the steady rate of each door
    /// @param burst what may come at once
    /// @param perDay what a key of the REST API may ask in a day
    /// @param perAddress what one address may ask in five minutes
    record Limits(int perSecond, int burst, int perDay, int perAddress) {}

    /// @param email who is told; nobody is where empty
    /// @param durationP99 milliseconds that the slowest of a hundred calls may take
    /// @param initP99 milliseconds that the slowest of a hundred starts may take
    record Alerts(Optional<String> email, int durationP99, int initP99) {}

    /// Who signs tokens, and for whom.
    record Issuer(String url, List<String> audience) {
        Issuer {
            audience = List.copyOf(audience);
        }
    }

    /// Reads the context.
    ///
    /// @param context the value of a name, if it has one
    /// @throws RefusedException if a value has no meaning
    static Settings of(Function<String, @Nullable Object> context) {
        var reader = new Reader(context);
        var artifact = reader.artifact();
        var settings =
                new Settings(
                        reader.matching("stage", "dev", STAGE, "up to 16 of a-z, 0-9 and -"),
                        artifact,
                        reader.matching("codesets", "", PREFIX, "a prefix that ends in /"),
                        new Capacity(
                                reader.number("memory", 1769, 128, 10_240),
                                reader.number("concurrency", 50, 1, 10_000),
                                reader.number("provisioned", 0, 0, 10_000)),
                        new Limits(
                                reader.number("rate", 50, 1, 10_000),
                                reader.number("burst", 100, 1, 10_000),
                                reader.number("quota", 100_000, 1, 1_000_000_000),
                                reader.number("addressRate", 2000, 10, 2_000_000_000)),
                        new Alerts(
                                reader.text("alarmEmail"),
                                reader.number("alarmDurationMs", 500, 1, 20_000),
                                reader.number(
                                        "alarmInitMs",
                                        artifact instanceof Artifact.Image ? 2000 : 1000,
                                        1,
                                        10_000)),
                        reader.retention(),
                        reader.issuer(),
                        reader.list("origins"),
                        reader.choice("batch", Choice.NO),
                        reader.choice("gatewayLogRole", Choice.YES));
        if (settings.capacity.provisioned > settings.capacity.reserved) {
            throw new RefusedException(
                    "-c provisioned is at most -c concurrency (%d)."
                            .formatted(settings.capacity.reserved));
        }
        if (settings.origins.contains("*")) {
            throw new RefusedException("-c origins names pages, not *.");
        }
        return settings;
    }

    /// Reads one value after the other.
    private record Reader(Function<String, @Nullable Object> context) {
        Optional<String> text(String name) {
            return Optional.ofNullable(context.apply(name))
                    .map(value -> value.toString().strip())
                    .filter(value -> !value.isEmpty());
        }

        String matching(String name, String otherwise, Pattern pattern, String meaning) {
            var value = text(name).orElse(otherwise);
            if (!pattern.matcher(value).matches()) {
                throw meaningless(name, value, meaning);
            }
            return value;
        }

        int number(String name, int otherwise, int least, int most) {
            var value = text(name);
            if (value.isEmpty()) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(value.get());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // It is told below like a number out of bounds.
            }
            throw meaningless(name, value.get(), "a number from " + least + " to " + most);
        }

        Choice choice(String name, Choice otherwise) {
            var value = text(name);
            if (value.isEmpty()) {
                return otherwise;
            }
            return switch (value.get()) {
                case "true" -> Choice.YES;
                case "false" -> Choice.NO;
                default -> throw meaningless(name, value.get(), "true or false");
            };
        }

        List<String> list(String name) {
            return text(name).map(value -> List.of(value.split("\\s*,\\s*"))).orElse(List.of());
        }

        RetentionDays retention() {
            var name = text("retention").orElse("SIX_YEARS");
            try {
                var days = RetentionDays.valueOf(name.toUpperCase(Locale.ROOT));
                if (days != RetentionDays.INFINITE) {
                    return days;
                }
            } catch (IllegalArgumentException _) {
                // It is told below like a time without an end.
            }
            throw meaningless("retention", name, "such as ONE_YEAR or SIX_YEARS");
        }

        Optional<Issuer> issuer() {
            var issuer = text("issuer");
            if (issuer.isEmpty()) {
                return Optional.empty();
            }
            var audience = list("audience");
            if (!issuer.get().startsWith("https://") || audience.isEmpty()) {
                throw new RefusedException(
                        "-c issuer is an https:// address and goes with -c audience.");
            }
            return Optional.of(new Issuer(issuer.get(), audience));
        }

        Artifact artifact() {
            var value = text("package").orElse("zip");
            return switch (value) {
                case "zip" ->
                        new Artifact.Zip(
                                Path.of(text("zip").orElse("../target/function.zip")),
                                architecture(),
                                new Layout(
                                        text("model").orElse("models/note-encoder"),
                                        text("libraries").orElse("onnxruntime")));
                case "image" -> new Artifact.Image(digest(), architecture());
                case "none" -> new Artifact.None();
                default -> throw meaningless("package", value, "zip, image or none");
            };
        }

        private String digest() {
            var digest = text("digest");
            if (digest.isEmpty()) {
                throw new RefusedException(
                        "-c package=image runs an image by its digest: push one and add -c"
                                + " digest=sha256:….");
            }
            return matching("digest", digest.get(), DIGEST, "sha256: and 64 digits");
        }

        private Architecture architecture() {
            var value = text("architecture").orElse("x86_64");
            return switch (value) {
                case "x86_64" -> Architecture.X86_64;
                case "arm64" -> Architecture.ARM_64;
                default -> throw meaningless("architecture", value, "x86_64 or arm64");
            };
        }

        private static RefusedException meaningless(String name, String value, String meaning) {
            return new RefusedException("-c %s is %s, not \"%s\".".formatted(name, meaning, value));
        }
    }
}
