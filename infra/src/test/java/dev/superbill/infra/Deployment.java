package dev.superbill.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/// A deployment synthesised without an account, a network or an artifact: the zip file is a small
/// one of the same form. Each is made once for all tests.
///
/// @param app the stacks
/// @param folder the cloud assembly
record Deployment(App app, Path folder) {
    static final String DIGEST = "sha256:" + "5a".repeat(32);

    private static final Path TARGET = Path.of("target");
    private static final Map<Map<String, String>, Deployment> MADE = new ConcurrentHashMap<>();

    /// Every way to deploy, with every option that adds resources.
    static List<Deployment> all() {
        return List.of(zip(), everything(), image("x86_64"), image("arm64"));
    }

    /// What the defaults make.
    static Deployment zip() {
        return with(Map.of());
    }

    static Deployment image(String architecture) {
        return with(Map.of("package", "image", "digest", DIGEST, "architecture", architecture));
    }

    static Deployment everything() {
        return with(
                Map.of(
                        "architecture", "arm64",
                        "batch", "true",
                        "codesets", "bundles/",
                        "provisioned", "5",
                        "alarmEmail", "oncall@example.org",
                        "issuer", "https://issuer.example.org/",
                        "audience", "superbill",
                        "origins", "https://workbench.example.org"));
    }

    static Deployment with(Map<String, String> context) {
        return MADE.computeIfAbsent(Map.copyOf(context), Deployment::synthesised);
    }

    private static Deployment synthesised(Map<String, String> context) {
        var folder = TARGET.resolve("cdk.out").resolve("%08x".formatted(context.hashCode()));
        var whole = new HashMap<String, String>();
        whole.put("zip", zipFile(context.getOrDefault("architecture", "x86_64")).toString());
        whole.putAll(context);
        var app =
                SuperbillApp.of(
                        AppProps.builder()
                                .context(whole)
                                .outdir(folder.toAbsolutePath().toString()));
        app.synth();
        return new Deployment(app, folder);
    }

    /// A zip file of the function's form for a machine.
    static Path zipFile(String architecture) {
        return zipFile(
                architecture,
                List.of("models/note-encoder/manifest.json", "onnxruntime/libonnxruntime.so"));
    }

    static Path zipFile(String architecture, List<String> entries) {
        var head = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {0x7F, 'E', 'L', 'F'});
        head.putShort(18, (short) (architecture.equals("arm64") ? 0xB7 : 0x3E));
        var file =
                TARGET.resolve("function-%s-%08x.zip".formatted(architecture, entries.hashCode()));
        try {
            Files.createDirectories(TARGET);
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                put(zip, "bootstrap", head.array());
                for (var entry : entries) {
                    put(zip, entry, new byte[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    List<Stack> stacks() {
        return app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .toList();
    }

    /// The resources of the stack that is called so.
    Resources resources(String part) {
        return Resources.in(template(part));
    }

    /// The resources of every stack.
    List<Resources> everyResources() {
        return templates().stream().map(Resources::in).toList();
    }

    private Path template(String part) {
        return templates().stream()
                .filter(file -> file.toString().endsWith("-" + part + ".template.json"))
                .findFirst()
                .orElseThrow();
    }

    List<Path> templates() {
        return stacks().stream().map(stack -> folder.resolve(stack.getTemplateFile())).toList();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
