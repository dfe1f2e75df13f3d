package dev.superbill.adapter.workbench;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.superbill.adapter.wire.ClaimRequest;
import dev.superbill.adapter.wire.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Signed claims as files.
final class SignedClaims {
    private static final String FORMULA = "=+-@\t\r";

    private SignedClaims() {}

    /// A signed claim.
    ///
    /// @param answerId the answer's id
    /// @param noteSha256 the note's fingerprint
    /// @param serviceDate the date of service
    /// @param payer the payer
    /// @param placeOfService the place of service
    /// @param lines the procedures
    /// @param diagnoses the diagnoses, in order
    /// @param signedBy who signed
    /// @param signedAt when
    record Claim(
            String answerId,
            String noteSha256,
            String serviceDate,
            String payer,
            String placeOfService,
            List<Line> lines,
            List<String> diagnoses,
            String signedBy,
            String signedAt) {
        Claim {
            lines = List.copyOf(lines);
            diagnoses = List.copyOf(diagnoses);
        }
    }

    /// A line of a claim.
    ///
    /// @param diagnosisPointers places in the claim's diagnoses, from 1
    record Line(
            String system,
            String code,
            int units,
            List<String> modifiers,
            List<Integer> diagnosisPointers) {
        Line {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }
    }

    static Claim claim(CaseFile.Opened opened) {
        var found = opened.found();
        var signature = found.signature().orElseThrow();
        var draft = ClaimDraft.of(found, opened.answer(), opened.encounter(), Optional.empty());
        var diagnoses = ClaimDraft.diagnoses(found);
        return new Claim(
                found.answer().id(),
                found.answer().noteSha256(),
                found.answer().serviceDate().toString(),
                found.answer().payer(),
                found.answer().placeOfService(),
                draft.map(claim ->
                                claim.lines().stream()
                                        .map(line -> line(line, diagnoses.size()))
                                        .toList())
                        .orElse(List.of()),
                diagnoses.stream().map(code -> code.value()).toList(),
                signature.user(),
                signature.time().toString());
    }

    private static Line line(ClaimRequest.Line line, int diagnoses) {
        var pointers = line.diagnosisPointers();
        return new Line(
                Character.isDigit(line.code().charAt(0)) ? "CPT" : "HCPCS",
                line.code(),
                Objects.requireNonNullElse(line.units(), 1),
                Objects.requireNonNullElse(line.modifiers(), List.of()),
                pointers == null ? IntStream.rangeClosed(1, diagnoses).boxed().toList() : pointers);
    }

    static String ndjson(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new String(Json.write(claim), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    static String csv(List<Claim> claims) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "answer_id",
                    "note_sha256",
                    "service_date",
                    "payer",
                    "place_of_service",
                    "system",
                    "code",
                    "units",
                    "modifiers",
                    "diagnoses",
                    "signed_by",
                    "signed_at");
            for (var claim : claims) {
                for (var line : claim.lines()) {
                    csv.writeRecord(
                            claim.answerId(),
                            claim.noteSha256(),
                            claim.serviceDate(),
                            plain(claim.payer()),
                            claim.placeOfService(),
                            line.system(),
                            line.code(),
                            String.valueOf(line.units()),
                            String.join(" ", line.modifiers()),
                            line.diagnosisPointers().stream()
                                    .map(pointer -> claim.diagnoses().get(pointer - 1))
                                    .collect(Collectors.joining(" ")),
                            plain(claim.signedBy()),
                            claim.signedAt());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// A spreadsheet takes what begins like a formula for one.
    private static String plain(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
