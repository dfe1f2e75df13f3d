package dev.superbill.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awscdk.services.lambda.Architecture;

/// The zip file of the function, looked at before it is deployed: Lambda itself would notice only
/// when the first call comes.
final class FunctionZip {
    /// What Lambda unpacks at most.
    static final long MOST_BYTES = 250L * 1024 * 1024;

    private static final int ELF = 0x7F454C46;
    private static final int MACHINE = 18;
    private static final int X86_64 = 0x3E;
    private static final int AARCH64 = 0xB7;

    private FunctionZip() {}

    /// The file, absolute.
    ///
    /// @throws RefusedException if it cannot run as the function
    static Path checked(Path file, Architecture architecture, Settings.Layout layout) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(
                    "There is no %s: build it with ./mvnw package -Dnative, or name another with"
                                    .formatted(file.toAbsolutePath().normalize())
                            + " -c zip=FILE.");
        }
        try (var zip = new ZipFile(file.toFile())) {
            var bootstrap = zip.getEntry("bootstrap");
            if (bootstrap == null) {
                throw refused(file, "holds no native binary (bootstrap)");
            }
            requireMachine(file, zip, bootstrap, architecture);
            requireFolder(file, zip, layout.model(), "model");
            requireFolder(file, zip, layout.libraries(), "libraries");
            long bytes = zip.stream().mapToLong(ZipEntry::getSize).sum();
            if (bytes > MOST_BYTES) {
                throw refused(
                        file,
                        "unpacks to %,d bytes, more than the %,d that Lambda takes; deploy the image"
                                .formatted(bytes, MOST_BYTES));
            }
        } catch (IOException e) {
            throw refused(file, "cannot be read as a zip file");
        }
        return file.toAbsolutePath().normalize();
    }

    private static void requireMachine(
            Path file, ZipFile zip, ZipEntry bootstrap, Architecture architecture)
            throws IOException {
        byte[] head;
        try (var content = zip.getInputStream(bootstrap)) {
            head = content.readNBytes(MACHINE + 2);
        }
        boolean binary =
                head.length == MACHINE + 2
                        && (head[0] << 24 | head[1] << 16 | head[2] << 8 | head[3]) == ELF;
        int machine = binary ? (head[MACHINE] & 0xFF) | (head[MACHINE + 1] & 0xFF) << 8 : 0;
        var found =
                switch (machine) {
                    case X86_64 -> Architecture.X86_64.getName();
                    case AARCH64 -> Architecture.ARM_64.getName();
                    default -> throw refused(file, "holds a bootstrap that is no Linux binary");
                };
        if (!found.equals(architecture.getName())) {
            throw refused(
                    file,
                    "was built for %s, and the function is for %s (-c architecture)"
                            .formatted(found, architecture.getName()));
        }
    }

    private static void requireFolder(Path file, ZipFile zip, String folder, String setting) {
        if (zip.stream().noneMatch(entry -> entry.getName().startsWith(folder + "/"))) {
            throw refused(file, "has no folder %s (-c %s)".formatted(folder, setting));
        }
    }

    private static RefusedException refused(Path file, String why) {
        return new RefusedException(file.toAbsolutePath().normalize() + " " + why + ".");
    }
}
