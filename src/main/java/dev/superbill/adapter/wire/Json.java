package dev.superbill.adapter.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// JSON as the interface reads and writes it. Reading is strict: no unknown or repeated field, no
/// value of another type, nothing after the end. Writing is deterministic, and can write every
/// string that reading accepts.
public final class Json {
    private static final JsonMapper MAPPER = mapper();
    private static final JsonMapper RECORDS = records();

    private Json() {}

    private static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(64).build())
                        .build();
        var dates = new SimpleModule("dates");
        dates.addDeserializer(LocalDate.class, new DateReader());
        dates.addSerializer(LocalDate.class, ToStringSerializer.instance);
        return JsonMapper.builder(factory)
                .addModule(dates)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> {
                            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                            text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        })
                .withCoercionConfigDefaults(any -> {
                    any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                    any.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
                })
                .build();
    }

    private static JsonMapper records() {
        return mapper().rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    /// Works out how records of some types are read and written: else the first call does. Called
    /// where classes are initialised, which for a native binary is when it is built.
    public static void prepare(List<Class<?>> read, List<Class<?>> written) {
        read.forEach(MAPPER::readerFor);
        written.forEach(MAPPER::writerFor);
    }

    /// Reads a value.
    ///
    /// @throws JsonProcessingException if the text is not JSON or not of this type; its message may
    ///   hold source text
    public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }

    /// Reads the content of a record. Fields that this version does not know are passed over: a
    /// later one wrote them.
    ///
    /// @throws IllegalStateException if it is no content of this type
    public static <T> T readContent(String text, Class<T> type) {
        try {
            return RECORDS.readValue(text, type);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("a record is no " + type.getSimpleName());
        }
    }

    /// Writes the content of a record, without what was not told.
    public static String writeContent(Object content) {
        try {
            return new String(encode(RECORDS.writeValueAsString(content)), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record could not be written", e);
        }
    }

    /// Decodes UTF-8 strictly, dropping a byte order mark.
    ///
    /// @throws CharacterCodingException if the bytes are not UTF-8
    public static String decode(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Writes a value as UTF-8. A surrogate without its pair, which JSON can escape and UTF-8
    /// cannot hold, is escaped.
    public static byte[] write(Object value) {
        try {
            return encode(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    /// Encodes JSON text as UTF-8. Surrogates stand only in its strings, so that an escape means
    /// the same.
    static byte[] encode(String json) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException _) {
            return escapeLoneSurrogates(json).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String escapeLoneSurrogates(String json) {
        var escaped = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char unit = json.charAt(i);
            if (!Character.isSurrogate(unit)) {
                escaped.append(unit);
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1))) {
                escaped.append(unit).append(json.charAt(++i));
            } else {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
        return escaped.toString();
    }

    /// Reads `2026-06-15` and no other form.
    private static final class DateReader extends StdDeserializer<LocalDate> {
        @Serial private static final long serialVersionUID = 1L;

        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.hasTokenId(JsonTokenId.ID_STRING)) {
                var date = Dates.read(parser.getText());
                if (date.isEmpty()) {
                    throw context.weirdStringException("", LocalDate.class, "no date");
                }
                return date.get();
            }
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
    }
}
