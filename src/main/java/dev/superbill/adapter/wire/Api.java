package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSets;
import dev.superbill.failure.CodingException;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The whole interface: a call in, a reply out, whatever the door. It never throws: what goes wrong
/// is a problem.
public final class Api {
    /// The path that codes a note.
    public static final String SUGGESTIONS = "/v1/suggestions";

    /// The path of decisions.
    public static final String DECISIONS = "/v1/decisions";

    /// The path of cases.
    public static final String CASES = "/v1/cases";

    /// The path of denials.
    public static final String DENIALS = "/v1/denials";

    /// The path under which figures are.
    public static final String ANALYTICS = "/v1/analytics/";

    /// The path under which the trail is.
    public static final String AUDIT = "/v1/audit/";

    /// The path that checks a claim.
    public static final String CLAIMS = "/v1/claims/validate";

    /// The path that tells what is loaded.
    public static final String RELEASES = "/v1/releases";

    /// The path that finds codes by words.
    public static final String SEARCH = "/v1/codes";

    /// The path under which codes are.
    public static final String CODES = "/v1/codes/";

    /// The largest body taken, in bytes.
    public static final int MAX_BODY = 1 << 20;

    private static final Logger LOG = Logger.getLogger(Api.class);
    private static final String NO_SUCH_PATH = "The interface is described at /q/openapi.";
    static final String ONLY_JSON = "The call accepts no application/json.";
    static final String SEND_JSON = "Send the body as application/json, encoded in UTF-8.";
    static final String TOO_MANY_BYTES = "A request has at most " + MAX_BODY + " bytes.";
    private static final String OUR_FAULT = "The fault is on this side and was logged.";

    static {
        Json.prepare(
                List.of(ClaimRequest.class),
                List.of(
                        ClaimAnswer.class,
                        CodeAnswer.class,
                        SearchAnswer.class,
                        ReleasesAnswer.class,
                        Problem.class));
    }

    private final Suggester suggester;
    private final List<PathGroup> groups;
    private final CallMeter meter;

    /// @param suggester codes notes
    /// @param validator checks the constraints of requests
    /// @param others the groups of paths besides those of codes, claims and releases
    /// @param meter what counts calls
    public Api(Suggester suggester, Validator validator, List<PathGroup> others, CallMeter meter) {
        this.suggester = suggester;
        this.groups =
                Stream.concat(
                                others.stream(),
                                Stream.of(
                                        new ClaimPaths(suggester, new RequestReader(validator)),
                                        new CodePaths(suggester),
                                        new ReleasePaths(suggester)))
                        .toList();
        this.meter = meter;
    }

    /// Answers a call.
    public Reply answer(Call call) {
        var turn = suggester.begin();
        var reply = answer(call, turn);
        meter.answered(call.door(), reply.status(), suggester.nanos() - turn.start());
        return reply;
    }

    /// The reply of a door to a call that is none of the interface's.
    public static Reply unsupportedEvent(String detail) {
        return Reply.of(Kind.UNSUPPORTED_EVENT.saying(detail));
    }

    /// The reply of a door whose own framework refuses a call.
    ///
    /// @param status the HTTP status that the framework would answer
    public static Reply refused(int status) {
        return Reply.of(
                switch (status) {
                    case 404 -> Kind.NOT_FOUND.saying(NO_SUCH_PATH);
                    case 405 -> Kind.METHOD.saying("Another method may be taken.");
                    case 406 -> Kind.NOT_ACCEPTABLE.saying(ONLY_JSON);
                    case 413 -> Kind.TOO_LARGE.saying(TOO_MANY_BYTES);
                    case 415 -> Kind.MEDIA_TYPE.saying(SEND_JSON);
                    default ->
                            status < Kind.INTERNAL.status()
                                    ? Kind.REFUSED.saying("The call could not be read.")
                                    : Kind.INTERNAL.saying(OUR_FAULT);
                });
    }

    /// The reply where a door itself fails: the failure is logged, without its message.
    public static Reply failed(Throwable bug) {
        return Reply.of(internal(bug));
    }

    private Reply answer(Call call, Suggester.Turn turn) {
        try {
            return route(call.withoutLastSlash(), turn);
        } catch (ProblemException e) {
            return Reply.of(e.problem());
        } catch (CodingException e) {
            return Reply.of(problem(e, turn.pipeline().codeSets()));
        } catch (RuntimeException bug) {
            return Reply.of(internal(bug));
        }
    }

    private Reply route(Call call, Suggester.Turn turn) {
        for (var group : groups) {
            var reply = group.answer(call, turn);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw new ProblemException(Kind.NOT_FOUND.saying(NO_SUCH_PATH));
    }

    private static Problem problem(CodingException e, CodeSets codeSets) {
        return switch (e.fault()) {
            case INVALID_REQUEST -> Kind.INVALID.saying(said(e));
            case TOO_LARGE -> Kind.TOO_LARGE.saying(said(e));
            case UNKNOWN_CODE -> Kind.UNKNOWN_CODE.saying(said(e));
            case NOT_FOUND -> Kind.NOT_FOUND.saying(said(e));
            case FORBIDDEN -> Kind.FORBIDDEN.saying(said(e));
            case KEY_REUSED -> Kind.KEY_REUSED.saying(said(e));
            case CONFLICT -> Kind.CONFLICT.saying(said(e));
            case NO_EDITION ->
                    Kind.NO_EDITION
                            .at(
                                    "Editions of CPT are loaded for other dates.",
                                    List.of(
                                            new At(
                                                    "/encounter/serviceDate",
                                                    "is covered by no loaded edition of CPT")))
                            .naming(Problem.Edition.of(List.of(CodeSystem.CPT.label()), codeSets));
            case CLASSIFIER_UNAVAILABLE, STORE_UNAVAILABLE -> {
                LOG.errorf(e, "a call failed: %s", e.fault());
                yield Kind.UNAVAILABLE.saying(said(e));
            }
        };
    }

    private static String said(CodingException e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    /// A bug's message could quote the note: only its kind and its place are logged.
    private static Problem internal(Throwable bug) {
        LOG.errorf(
                "a call failed: %s%s",
                bug.getClass().getName(),
                Arrays.stream(bug.getStackTrace())
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining()));
        return Kind.INTERNAL.saying(OUR_FAULT);
    }
}
