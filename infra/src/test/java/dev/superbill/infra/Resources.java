package dev.superbill.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The resources of a synthesised template, as it would be deployed.
///
/// @param template the whole template
record Resources(JsonNode template) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Resources in(Path file) {
        try {
            return new Resources(MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A resource.
    ///
    /// @param id its logical id
    /// @param whole with type, properties and metadata
    record Resource(String id, JsonNode whole) {
        /// The property at a JSON pointer.
        JsonNode at(String pointer) {
            return whole.path("Properties").at(pointer);
        }

        String type() {
            return whole.path("Type").asText();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    List<Resource> all() {
        return template.path("Resources").properties().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Resource> of(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    Resource only(String type) {
        var found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(type + ": " + found);
        }
        return found.getFirst();
    }

    /// The statements of policies that are attached to identities.
    List<JsonNode> identityStatements() {
        return Stream.of("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy")
                .flatMap(type -> of(type).stream())
                .flatMap(policy -> elements(policy.at("/PolicyDocument/Statement")))
                .toList();
    }

    /// The elements of an array, or the one value that stands for it.
    static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }

    static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        elements(node)
                .forEach(element ->
                        texts.add(element.isTextual() ? element.asText() : element.toString()));
        return texts;
    }
}
