package dev.superbill.adapter.store;

import dev.superbill.adapter.wire.Json;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Appends each record to a file, one JSON object a line.
public final class FileAuditTrail implements AuditTrail {
    private final Path file;

    /// @param file made when the first record comes
    public FileAuditTrail(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void keep(AuditRecord record) {
        var json = Json.write(Line.of(record));
        var line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "The audit trail cannot be written.", e);
        }
    }

    /// A record as it is written.
    public record Line(
            String id,
            String time,
            String noteSha256,
            String build,
            String model,
            String engine,
            String rules,
            Map<String, String> codeSets,
            String outcome,
            List<CodeLine> lines) {
        static Line of(AuditRecord record) {
            var codeSets = new LinkedHashMap<String, String>();
            record.releases().forEach(release -> codeSets.put(release.name(), release.edition()));
            return new Line(
                    record.id(),
                    record.time().toString(),
                    record.note().sha256(),
                    record.build(),
                    record.model(),
                    record.engine(),
                    record.rules(),
                    codeSets,
                    record.outcome(),
                    record.lines().stream()
                            .map(line ->
                                    new CodeLine(
                                            line.code().system().label(),
                                            line.code().value(),
                                            line.decision(),
                                            line.confidence()))
                            .toList());
        }
    }

    /// A code of a record as it is written.
    public record CodeLine(String system, String code, String decision, double confidence) {}
}
