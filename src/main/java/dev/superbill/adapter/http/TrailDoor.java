package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.adapter.wire.trail.CaseAnswer;
import dev.superbill.adapter.wire.trail.CasePage;
import dev.superbill.adapter.wire.trail.DecisionAnswer;
import dev.superbill.adapter.wire.trail.DecisionPage;
import dev.superbill.adapter.wire.trail.DecisionRequest;
import dev.superbill.adapter.wire.trail.DenialAnswer;
import dev.superbill.adapter.wire.trail.DenialPage;
import dev.superbill.adapter.wire.trail.DenialRequest;
import dev.superbill.adapter.wire.trail.HoldRequest;
import dev.superbill.adapter.wire.trail.ReplayAnswer;
import dev.superbill.adapter.wire.trail.ReplayRequest;
import dev.superbill.adapter.wire.trail.TrailEntry;
import dev.superbill.adapter.wire.trail.TrailHead;
import dev.superbill.adapter.wire.trail.TrailPage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// The paths that read and write the trail, as [HttpDoor] has those of the engine.
@Path("/v1")
@Blocking
@APIResponse(
        responseCode = "default",
        description = "What is wrong with the call, or on this side",
        content =
                @Content(
                        mediaType = HttpDoor.PROBLEM_JSON,
                        schema = @Schema(implementation = Problem.class)))
public class TrailDoor {
    /// The parameter of every path that writes.
    static final String KEY = "Idempotency-Key";

    /// What it is for.
    static final String KEY_SAYS =
            "The same key and body are answered alike, and written once; printable ASCII";

    private final HttpCalls calls;

    /// @param calls what answers
    public TrailDoor(HttpCalls calls) {
        this.calls = calls;
    }

    /// Records a decision.
    @POST
    @Path("/decisions")
    @Operation(operationId = "decide", summary = "Decides on an answer")
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_SAYS,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = HttpDoor.JSON,
                            schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponseSchema(
            value = DecisionAnswer.class,
            responseCode = "201",
            responseDescription = "Records a decision")
    public Response decide(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Tells decisions, oldest first.
    @GET
    @Path("/decisions")
    @Operation(operationId = "decisions", summary = "Tells decisions")
    @Parameter(
            name = "answerId",
            in = ParameterIn.QUERY,
            description = "Those about an answer alone",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before, with the same parameters",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many elements a page has",
            schema =
                    @Schema(
                            implementation = Integer.class,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @APIResponseSchema(
            value = DecisionPage.class,
            responseCode = "200",
            responseDescription = "Tells decisions, oldest first")
    public Response decisions() {
        return calls.answer();
    }

    /// Tells a decision and the case as it left it.
    @GET
    @Path("/decisions/{id}")
    @Operation(operationId = "decision", summary = "Tells a decision")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            required = true,
            description = "Its id",
            schema = @Schema(implementation = String.class))
    @APIResponseSchema(
            value = DecisionAnswer.class,
            responseCode = "200",
            responseDescription = "Tells a decision and the case as it left it")
    public Response decision() {
        return calls.answer();
    }

    /// Puts a note into the queue.
    @POST
    @Path("/cases")
    @Operation(
            operationId = "openCase",
            summary = "Codes a note for a person to work on, and keeps its text")
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_SAYS,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = HttpDoor.JSON,
                            schema = @Schema(implementation = SuggestionRequest.class)))
    @APIResponseSchema(
            value = CaseAnswer.class,
            responseCode = "201",
            responseDescription = "Puts a note into the queue")
    public Response open(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Tells cases, oldest first.
    @GET
    @Path("/cases")
    @Operation(operationId = "cases", summary = "Tells the queue")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "How far they are",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"open", "queried", "signed"}))
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            description = "Where the answer went",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"auto", "review", "query"}))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "The id of a rule, or words of a reason",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "payer",
            in = ParameterIn.QUERY,
            description = "The payer",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "confidenceBelow",
            in = ParameterIn.QUERY,
            description = "The lowest confidence of a line is below this",
            schema = @Schema(implementation = Double.class))
    @Parameter(
            name = "olderThan",
            in = ParameterIn.QUERY,
            description = "They wait for longer than this, such as P2D or PT4H",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before, with the same parameters",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many elements a page has",
            schema =
                    @Schema(
                            implementation = Integer.class,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @APIResponseSchema(
            value = CasePage.class,
            responseCode = "200",
            responseDescription = "Tells cases, oldest first")
    public Response cases() {
        return calls.answer();
    }

    /// Tells a case.
    @GET
    @Path("/cases/{answerId}")
    @Operation(operationId = "case", summary = "Tells a case")
    @Parameter(
            name = "answerId",
            in = ParameterIn.PATH,
            required = true,
            description = "Its id",
            schema = @Schema(implementation = String.class))
    @APIResponseSchema(
            value = CaseAnswer.class,
            responseCode = "200",
            responseDescription = "Tells a case")
    public Response oneCase() {
        return calls.answer();
    }

    /// Records a denial.
    @POST
    @Path("/denials")
    @Operation(operationId = "deny", summary = "Reports what a payer denied")
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_SAYS,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = HttpDoor.JSON,
                            schema = @Schema(implementation = DenialRequest.class)))
    @APIResponseSchema(
            value = DenialAnswer.class,
            responseCode = "201",
            responseDescription = "Records a denial")
    public Response deny(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Tells denials, oldest first.
    @GET
    @Path("/denials")
    @Operation(operationId = "denials", summary = "Tells denials")
    @Parameter(
            name = "answerId",
            in = ParameterIn.QUERY,
            description = "Those about an answer alone",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before, with the same parameters",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many elements a page has",
            schema =
                    @Schema(
                            implementation = Integer.class,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @APIResponseSchema(
            value = DenialPage.class,
            responseCode = "200",
            responseDescription = "Tells denials, oldest first")
    public Response denials() {
        return calls.answer();
    }

    /// Tells figures.
    @GET
    @Path("/analytics/{name}")
    @Operation(operationId = "analytics", summary = "Tells figures")
    @Parameter(
            name = "name",
            in = ParameterIn.PATH,
            required = true,
            description = "Which figures",
            schema = @Schema(implementation = String.class))
    @APIResponseSchema(
            value = Object.class,
            responseCode = "200",
            responseDescription = "Tells figures")
    public Response analytics() {
        return calls.answer();
    }

    /// Tells records of the trail.
    @GET
    @Path("/audit/records")
    @Operation(operationId = "auditRecords", summary = "Tells records of the trail")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Those of a kind alone",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {
                                "answer",
                                "decision",
                                "denial",
                                "hold",
                                "release",
                                "erasure",
                                "policy"
                            }))
    @Parameter(
            name = "answerId",
            in = ParameterIn.QUERY,
            description = "Those about an answer alone",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The next of the page before, with the same parameters",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many elements a page has",
            schema =
                    @Schema(
                            implementation = Integer.class,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    @APIResponseSchema(
            value = TrailPage.class,
            responseCode = "200",
            responseDescription = "Tells records of the trail")
    public Response records() {
        return calls.answer();
    }

    /// Tells a record of the trail.
    @GET
    @Path("/audit/records/{id}")
    @Operation(operationId = "auditRecord", summary = "Tells a record of the trail")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            required = true,
            description = "Its id",
            schema = @Schema(implementation = String.class))
    @APIResponseSchema(
            value = TrailEntry.class,
            responseCode = "200",
            responseDescription = "Tells a record of the trail")
    public Response oneRecord() {
        return calls.answer();
    }

    /// Tells the end of the chain.
    @GET
    @Path("/audit/head")
    @Operation(operationId = "auditHead", summary = "Tells the end of the chain")
    @APIResponseSchema(
            value = TrailHead.class,
            responseCode = "200",
            responseDescription = "Tells the end of the chain")
    public Response head() {
        return calls.answer();
    }

    /// Records a legal hold or its end.
    @POST
    @Path("/audit/holds")
    @Operation(
            operationId = "hold",
            summary = "Holds an answer for a legal matter, or ends the hold")
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            description = KEY_SAYS,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = HttpDoor.JSON,
                            schema = @Schema(implementation = HoldRequest.class)))
    @APIResponseSchema(
            value = TrailEntry.class,
            responseCode = "201",
            responseDescription = "Records a legal hold or its end")
    public Response hold(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }

    /// Tells whether a recorded answer is given again.
    @POST
    @Path("/audit/replay")
    @Operation(operationId = "replay", summary = "Gives a recorded answer again")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = HttpDoor.JSON,
                            schema = @Schema(implementation = ReplayRequest.class)))
    @APIResponseSchema(
            value = ReplayAnswer.class,
            responseCode = "200",
            responseDescription = "Tells whether a recorded answer is given again")
    public Response replay(@Nullable InputStream body) throws IOException {
        return calls.answer(body);
    }
}
