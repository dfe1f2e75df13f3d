package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.ClaimAnswer;
import dev.superbill.adapter.wire.ClaimRequest;
import dev.superbill.adapter.wire.CodeAnswer;
import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.ReleasesAnswer;
import dev.superbill.adapter.wire.SearchAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The paths of the interface. Each method hands its call over as bytes; the annotations are what
/// OpenAPI shows.
@Path("/v1")
@Blocking
@APIResponse(
        responseCode = "401",
        description = "Nobody is signed in",
        content =
                @Content(
                        mediaType = HttpDoor.PROBLEM_JSON,
                        schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The caller lacks the role",
        content =
                @Content(
                        mediaType = HttpDoor.PROBLEM_JSON,
                        schema = @Schema(implementation = Problem.class)))
public class HttpDoor {
    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";

    private final HttpCalls calls;

    /// @param calls what answers
    public HttpDoor(HttpCalls calls) {
        this.calls = calls;
    }

    /// Codes a note.
    @POST
    @Path("/suggestions")
    @Operation(operationId = "suggest", summary = "Codes a clinical note")
    @Parameter(
            name = TrailDoor.KEY,
            in = ParameterIn.HEADER,
            description = TrailDoor.KEY_SAYS,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SuggestionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The coded note",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SuggestionAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not JSON, or a field breaks its constraint",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The body or the note is too large",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "The body is of another type",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "No loaded edition of CPT covers the service date, or another request was sent"
                            + " with the key",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "A store that the request needs is down",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Response suggest(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Checks a claim.
    @POST
    @Path("/claims/validate")
    @Operation(operationId = "validateClaim", summary = "Checks codes that a person chose")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ClaimRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the rules say of the claim",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ClaimAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not JSON, or a field breaks its constraint",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The body or the note is too large",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "The body is of another type",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "No loaded edition of CPT covers the service date",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Response validate(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Tells what is loaded.
    @GET
    @Path("/releases")
    @Operation(operationId = "releases", summary = "Tells what is loaded")
    @APIResponse(
            responseCode = "200",
            description = "What is loaded",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ReleasesAnswer.class)))
    public Response releases() {
        return calls.answer();
    }

    /// Finds codes by words.
    @GET
    @Path("/codes")
    @Operation(
            operationId = "search",
            summary = "Finds codes by words, abbreviations, or the beginning of a code")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            required = true,
            description = "The words, in any order; the last one may be unfinished",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @Parameter(
            name = "system",
            in = ParameterIn.QUERY,
            description =
                    "CPT, HCPCS or ICD-10-CM, repeated or separated by commas; all by default",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "date",
            in = ParameterIn.QUERY,
            description = "The service date, today where it is left out",
            schema = @Schema(implementation = String.class, format = "date"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many codes a page has",
            schema =
                    @Schema(
                            implementation = Integer.class,
                            minimum = "1",
                            maximum = "100",
                            defaultValue = "20"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before, with the same words, systems and date",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "A page of codes",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SearchAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter breaks its constraint",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "No searched system has an edition on the date",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Response search() {
        return calls.answer();
    }

    /// Tells of a code.
    @GET
    @Path("/codes/{system}/{code}")
    @Operation(operationId = "code", summary = "Tells what is known of a code on a date")
    @Parameter(
            name = "system",
            in = ParameterIn.PATH,
            required = true,
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"CPT", "HCPCS", "ICD-10-CM"}))
    @Parameter(
            name = "code",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "date",
            in = ParameterIn.QUERY,
            description = "The service date, today where it is left out",
            schema = @Schema(implementation = String.class, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content =
                    @Content(mediaType = JSON, schema = @Schema(implementation = CodeAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "The code is in no loaded code set",
            content =
                    @Content(
                            mediaType = PROBLEM_JSON,
                            schema = @Schema(implementation = Problem.class)))
    public Response code() {
        return calls.answer();
    }
}
