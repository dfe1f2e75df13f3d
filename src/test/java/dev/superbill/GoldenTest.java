package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Sample;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole way, one folder a case: a note in our own words and the facts of its encounter, and
/// the answer expected.
///
/// Scores, times, the build and the model are left out: codes and decisions are the same on every
/// processor, scores need not be. `-Dgolden.update` writes the answers anew; a coder and a
/// developer read the difference.
@QuarkusTest
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final Set<String> VOLATILE =
            Set.of("id", "timing", "confidence", "score", "build", "model");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Inject Api api;

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheExpectedOne(String name) throws IOException {
        var folder = CASES.resolve(name);
        var reply = api.answer(Call.suggestions(Sample.ACTOR, Door.HTTP, request(folder)));
        assertThat(reply.status()).isEqualTo(200);
        var answer = settled(JSON.readTree(reply.body()));
        var expected = folder.resolve("expected.json");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(expected, JSON.writeValueAsString(answer) + "\n");
        }
        assertThat(JSON.writeValueAsString(answer) + "\n").isEqualTo(Files.readString(expected));
    }

    private static byte[] request(Path folder) throws IOException {
        var request = JSON.createObjectNode();
        request.set("encounter", JSON.readTree(folder.resolve("encounter.json").toFile()));
        request.putObject("note").put("text", Files.readString(folder.resolve("note.txt")));
        return JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode settled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(VOLATILE);
        }
        node.forEach(GoldenTest::settled);
        return node;
    }
}
