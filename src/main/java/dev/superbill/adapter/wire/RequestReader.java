package dev.superbill.adapter.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.note.Note;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a request and checks it. What is wrong is said with pointers into the body and in words of
/// our own: the messages of the JSON library quote the body, so none of them goes further than this
/// class.
public final class RequestReader {
    /// Names in the style of the interface's fields; anything else in a pointer could be a piece of
    /// a note.
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");

    private final Validator validator;

    /// @param validator checks the constraints of requests
    public RequestReader(Validator validator) {
        this.validator = validator;
    }

    /// A request for codes that keeps every constraint.
    ///
    /// @throws ProblemException if it does not
    public SuggestionRequest read(byte[] body) {
        var request = parse(decode(body), SuggestionRequest.class);
        check(request, request.note());
        requireWords(request.note());
        return request;
    }

    /// A claim to check that keeps every constraint.
    ///
    /// @throws ProblemException if it does not
    ClaimRequest readClaim(byte[] body) {
        var request = parse(decode(body), ClaimRequest.class);
        check(request, request.note());
        if (request.note() != null) {
            requireWords(request.note());
        }
        requireTargets(request);
        return request;
    }

    /// Any other request that keeps every constraint.
    ///
    /// @throws ProblemException if it does not
    public <T> T read(byte[] body, Class<T> type) {
        var request = parse(decode(body), type);
        check(request, null);
        return request;
    }

    /// A request with a note that keeps every constraint.
    ///
    /// @param note where its note is
    /// @throws ProblemException if it does not
    public <T> T read(byte[] body, Class<T> type, Function<T, SuggestionRequest.Note> note) {
        var request = parse(decode(body), type);
        check(request, note.apply(request));
        requireWords(note.apply(request));
        return request;
    }

    private void check(Object request, SuggestionRequest.@Nullable Note note) {
        var text = note == null ? null : note.text();
        if (text != null && text.length() > Note.MAX_LENGTH) {
            throw new ProblemException(
                    Kind.TOO_LARGE.at(
                            "A note has at most " + Note.MAX_LENGTH + " UTF-16 units.",
                            List.of(new At("/note/text", "is too long"))));
        }
        var errors =
                validator.validate(request).stream()
                        .map(RequestReader::at)
                        .sorted(Comparator.comparing(At::pointer).thenComparing(At::detail))
                        .toList();
        if (!errors.isEmpty()) {
            throw broken(errors);
        }
    }

    private static void requireWords(SuggestionRequest.Note note) {
        if (note.text().isBlank()) {
            throw broken(List.of(new At("/note/text", "is blank")));
        }
    }

    /// A pointer names a diagnosis that is there.
    private static void requireTargets(ClaimRequest request) {
        int diagnoses = request.diagnoses() == null ? 0 : request.diagnoses().size();
        var errors = new ArrayList<At>();
        for (int line = 0; line < request.lines().size(); line++) {
            var pointers = request.lines().get(line).diagnosisPointers();
            for (int i = 0; pointers != null && i < pointers.size(); i++) {
                if (pointers.get(i) > diagnoses) {
                    errors.add(
                            new At(
                                    "/lines/" + line + "/diagnosisPointers/" + i,
                                    "points to no diagnosis of the claim"));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw broken(errors);
        }
    }

    private static ProblemException broken(List<At> errors) {
        return new ProblemException(
                Kind.INVALID.at("Fields of the request break their constraints.", errors));
    }

    private static String decode(byte[] body) {
        if (body.length == 0) {
            throw malformed("The body is empty.");
        }
        try {
            return Json.decode(body);
        } catch (CharacterCodingException _) {
            throw malformed("The body is not encoded in UTF-8.");
        }
    }

    private static <T> T parse(String body, Class<T> type) {
        T request;
        try {
            request = Json.read(body, type);
        } catch (UnrecognizedPropertyException e) {
            throw invalid(e, "is not a field of the interface");
        } catch (InvalidFormatException e) {
            throw invalid(e, "is not " + expected(e.getTargetType()));
        } catch (MismatchedInputException e) {
            throw invalid(e, "is not " + expected(e.getTargetType()));
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof StreamReadException unreadable
                    ? unreadable(unreadable, e)
                    : invalid(e, "cannot be read");
        } catch (InputCoercionException e) {
            throw malformed("A number of the body is out of range.");
        } catch (StreamReadException e) {
            throw malformed("The body is not JSON" + place(e) + ".");
        } catch (JsonProcessingException _) {
            throw malformed("The body is not JSON.");
        }
        if (request == null) {
            throw new ProblemException(
                    Kind.INVALID.at("The body is null.", List.of(new At("", "is not an object"))));
        }
        return request;
    }

    private static ProblemException unreadable(StreamReadException cause, JsonMappingException at) {
        return cause instanceof InputCoercionException
                ? invalid(at, "is out of range")
                : malformed("The body is not JSON" + place(cause) + ".");
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Kind.MALFORMED.saying(detail));
    }

    private static ProblemException invalid(JsonMappingException e, String detail) {
        return new ProblemException(
                Kind.INVALID.at(
                        "A field of the request cannot be read.",
                        List.of(new At(pointer(e.getPath()), detail))));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var name = step.getFieldName();
            if (name == null) {
                pointer.append('/').append(step.getIndex());
            } else if (FIELD_NAME.matcher(name).matches()) {
                pointer.append('/').append(name);
            } else {
                break;
            }
        }
        return pointer.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-06-15";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static At at(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            var name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer.append('/').append(name);
            }
        }
        return new At(pointer.toString(), violation.getMessage());
    }
}
