package dev.superbill.adapter.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// What reached the function. It is told by the shape of the JSON; what is no JSON at all counts as
/// a request of the interface, so that it is answered like any other bad one.
sealed interface Event {
    /// A request of the interface itself.
    record Direct() implements Event {}

    /// An API Gateway REST API or load balancer event (payload version 1).
    record RestApi(JsonNode tree) implements Event {
        @Override
        public String toString() {
            return "RestApi[]";
        }
    }

    /// An API Gateway HTTP API or Function URL event (payload version 2).
    record HttpApi(JsonNode tree) implements Event {
        @Override
        public String toString() {
            return "HttpApi[]";
        }
    }

    /// A batch of messages of a queue.
    record Batch(JsonNode records) implements Event {
        @Override
        public String toString() {
            return "Batch[" + records.size() + "]";
        }
    }

    /// An event of some other service.
    record Unsupported() implements Event {}

    /// Tells what an event is.
    static Event of(byte[] bytes) {
        Set<String> fields;
        try {
            fields = Shape.fields(bytes);
        } catch (IOException _) {
            return new Direct();
        }
        if (fields.contains("note") || fields.contains("encounter")) {
            return new Direct();
        }
        if (!fields.contains("Records")
                && !fields.contains("requestContext")
                && !fields.contains("httpMethod")) {
            return Shape.foreign(fields) ? new Unsupported() : new Direct();
        }
        try {
            return Shape.of(Shape.MAPPER.readTree(bytes));
        } catch (IOException _) {
            return new Direct();
        }
    }

    /// How shapes are told apart.
    final class Shape {
        private static final JsonMapper MAPPER = new JsonMapper();
        private static final JsonFactory FACTORY = MAPPER.getFactory();

        private Shape() {}

        /// The names of the outermost fields, up to the first that only a request of the interface
        /// has.
        private static Set<String> fields(byte[] bytes) throws IOException {
            var fields = new HashSet<String>();
            try (var parser = FACTORY.createParser(bytes)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return fields;
                }
                for (var name = parser.nextFieldName();
                        name != null;
                        name = parser.nextFieldName()) {
                    fields.add(name);
                    if (name.equals("note") || name.equals("encounter")) {
                        return fields;
                    }
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
            return fields;
        }

        /// Whether the fields are those of an event bus or a schedule.
        private static boolean foreign(Set<String> fields) {
            return fields.contains("detail-type") || fields.contains("source");
        }

        private static Event of(JsonNode tree) throws JsonProcessingException {
            var records = tree.path("Records");
            if (!records.isEmpty()
                    && records.path(0).path("eventSource").asText().equals("aws:sqs")) {
                return new Batch(records);
            }
            if (tree.path("requestContext").path("http").path("method").isTextual()) {
                return new HttpApi(tree);
            }
            if (tree.path("httpMethod").isTextual() && tree.path("path").isTextual()) {
                return new RestApi(tree);
            }
            return new Unsupported();
        }
    }
}
