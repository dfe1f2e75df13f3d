package dev.superbill.adapter.store;

import dev.superbill.Knowledge;
import dev.superbill.candidate.ConfidenceModel;
import dev.superbill.codeset.Bundle;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialFiles;
import dev.superbill.codeset.Supplement;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.mention.Lexicon;
import dev.superbill.visit.VisitModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The knowledge that the build compiled into the artifact.
public final class EmbeddedKnowledge {
    private static final String RESOURCE = "/codesets/superbill.flat";

    private EmbeddedKnowledge() {}

    /// Opens it, once a process. Nothing is parsed but the list of editions; the checksum was
    /// computed by the build. A native binary has it open from the start.
    ///
    /// @throws CodingException with `STORE_UNAVAILABLE` if the artifact holds none
    public static Knowledge load() {
        return Opened.KNOWLEDGE;
    }

    /// Initialised when a native image is built, so that the tables lie in the image, from which
    /// the system reads the pages that are asked for, and nothing is left to do at start-up.
    private static final class Opened {
        private static final Knowledge KNOWLEDGE = read();

        private Opened() {}
    }

    private static Knowledge read() {
        return open(
                resource(RESOURCE),
                new String(resource(RESOURCE + ".sha256"), StandardCharsets.US_ASCII));
    }

    private static byte[] resource(String name) {
        try (var in = EmbeddedKnowledge.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new CodingException(
                        Fault.STORE_UNAVAILABLE, "the artifact holds no code sets");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CodingException(Fault.STORE_UNAVAILABLE, "the code sets cannot be read", e);
        }
    }

    /// Opens the knowledge of a flat file with its checksum.
    static Knowledge open(byte[] bytes, String checksum) {
        var whole = FlatFile.open(ByteBuffer.wrap(bytes));
        // The lexicon keeps arrays of its own.
        var lexicon = Lexicon.open(whole);
        var flat = whole.without(Lexicon.ARRAYS);
        var releases = ReleaseText.open(flat, checksum);
        return new Knowledge(
                new CodeSets(
                        CodeTable.open(flat),
                        releases,
                        OfficialFiles.of(Bundle.open(flat)),
                        Supplement.open(flat)),
                lexicon,
                ConfidenceModel.open(flat),
                VisitModel.open(flat));
    }
}
