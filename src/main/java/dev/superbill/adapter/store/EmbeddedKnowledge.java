package dev.superbill.adapter.store;

import dev.superbill.Knowledge;
import dev.superbill.candidate.ConfidenceModel;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.PtpTable;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.mention.Lexicon;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The knowledge that the build compiled into the artifact.
public final class EmbeddedKnowledge {
    private static final String RESOURCE = "/codesets/superbill.flat";

    private EmbeddedKnowledge() {}

    /// Opens it. Nothing is parsed but the list of editions.
    ///
    /// @throws CodingException with `STORE_UNAVAILABLE` if the artifact holds none
    public static Knowledge load() {
        try (var in = EmbeddedKnowledge.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new CodingException(
                        Fault.STORE_UNAVAILABLE, "the artifact holds no code sets");
            }
            return open(in.readAllBytes());
        } catch (IOException e) {
            throw new CodingException(Fault.STORE_UNAVAILABLE, "the code sets cannot be read", e);
        }
    }

    /// Opens the knowledge of a flat file.
    static Knowledge open(byte[] bytes) {
        var flat = FlatFile.open(ByteBuffer.wrap(bytes));
        var ptp = PtpTable.open(flat);
        var releases = ReleaseText.read(flat, ptp.size(), checksum(bytes));
        return new Knowledge(
                new CodeSets(CodeTable.open(flat), ptp, releases),
                Lexicon.open(flat),
                ConfidenceModel.open(flat));
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
