package dev.superbill.adapter.wire;

import dev.superbill.CodingPipeline;
import dev.superbill.CodingResult;
import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteFingerprint;
import dev.superbill.audit.RecordKind;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSearch;
import dev.superbill.codeset.CodeSets;
import dev.superbill.failure.CodingException;
import dev.superbill.note.Note;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The whole interface: a call in, a reply out, whatever the door. It never throws: what goes wrong
/// is a problem.
public final class Api {
    /// The path that codes a note.
    public static final String SUGGESTIONS = "/v1/suggestions";

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
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String LOCAL = "local";
    private static final String RETRY_SECONDS = "5";
    private static final String NO_SUCH_PATH = "The interface is described at /q/openapi.";
    private static final String ONLY_JSON = "The call accepts no application/json.";
    private static final String SEND_JSON = "Send the body as application/json, encoded in UTF-8.";
    private static final String TOO_MANY_BYTES = "A request has at most " + MAX_BODY + " bytes.";
    private static final String OUR_FAULT = "The fault is on this side and was logged.";

    static {
        Json.prepare(
                List.of(SuggestionRequest.class, ClaimRequest.class),
                List.of(
                        SuggestionAnswer.class,
                        ClaimAnswer.class,
                        CodeAnswer.class,
                        SearchAnswer.class,
                        ReleasesAnswer.class,
                        Problem.class));
    }

    private final Supplier<CodingPipeline> pipelines;
    private final Supplier<String> model;
    private final Build build;
    private final RequestReader reader;
    private final AuditTrail auditTrail;
    private final CallMeter meter;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Ulid ids;

    /// @param pipelines the pipeline of the moment, asked for once a call
    /// @param model the name of the classifier's model at the moment
    /// @param build what program this is
    /// @param validator checks the constraints of requests
    /// @param auditTrail where answers are recorded
    /// @param meter what counts calls
    /// @param time the clocks and the source of ids
    public Api(
            Supplier<CodingPipeline> pipelines,
            Supplier<String> model,
            Build build,
            Validator validator,
            AuditTrail auditTrail,
            CallMeter meter,
            Time time) {
        this.pipelines = pipelines;
        this.model = model;
        this.build = build;
        this.reader = new RequestReader(validator);
        this.auditTrail = auditTrail;
        this.meter = meter;
        this.clock = time.clock();
        this.nanos = time.nanos();
        this.ids = new Ulid(time.clock(), time.random());
    }

    /// What differs from call to call.
    ///
    /// @param clock the time of day, for ids and today's date
    /// @param nanos a clock for durations
    /// @param random the random part of ids
    public record Time(InstantSource clock, LongSupplier nanos, RandomGenerator random) {}

    /// Answers a call.
    public Reply answer(Call call) {
        long start = nanos.getAsLong();
        var reply = answer(call, start);
        meter.answered(call.door(), reply.status(), nanos.getAsLong() - start);
        return reply;
    }

    /// The reply of a door to a call that is none of the interface's.
    public static Reply unsupportedEvent(String detail) {
        return reply(Kind.UNSUPPORTED_EVENT.saying(detail));
    }

    /// The reply of a door whose own framework refuses a call.
    ///
    /// @param status the HTTP status that the framework would answer
    public static Reply refused(int status) {
        return reply(
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
        return reply(internal(bug));
    }

    private Reply answer(Call call, long start) {
        var pipeline = pipelines.get();
        try {
            return route(call, pipeline, start);
        } catch (ProblemException e) {
            return reply(e.problem());
        } catch (CodingException e) {
            return reply(problem(e, pipeline.codeSets()));
        } catch (RuntimeException bug) {
            return reply(internal(bug));
        }
    }

    private Reply route(Call call, CodingPipeline pipeline, long start) {
        var path =
                call.path().length() > 1 && call.path().endsWith("/")
                        ? call.path().substring(0, call.path().length() - 1)
                        : call.path();
        if (path.equals(SUGGESTIONS)) {
            requireMethod(call, "POST");
            requireAcceptable(call);
            requireJson(call);
            return suggest(call, pipeline, start);
        }
        if (path.equals(CLAIMS)) {
            requireMethod(call, "POST");
            requireAcceptable(call);
            requireJson(call);
            return review(call, pipeline);
        }
        if (path.equals(RELEASES)) {
            requireMethod(call, "GET");
            requireAcceptable(call);
            return ok(ReleasesAnswer.of(build, model.get(), pipeline.codeSets().releases()));
        }
        if (path.equals(SEARCH)) {
            requireMethod(call, "GET");
            requireAcceptable(call);
            return search(SearchRequest.of(call, today()), pipeline.codeSets());
        }
        if (path.startsWith(CODES)) {
            var parts = path.substring(CODES.length()).split("/", -1);
            if (parts.length == 2) {
                requireMethod(call, "GET");
                requireAcceptable(call);
                return code(pipeline.codeSets(), parts[0], parts[1], call.query("date"));
            }
        }
        throw new ProblemException(Kind.NOT_FOUND.saying(NO_SUCH_PATH));
    }

    private Reply review(Call call, CodingPipeline pipeline) {
        requireSize(call);
        var request = reader.readClaim(call.body());
        var chosen = RequestMapping.claim(request);
        return ok(
                ClaimAnswer.of(
                        pipeline.review(chosen),
                        build,
                        model.get(),
                        chosen.encounter().serviceDate()));
    }

    private static void requireSize(Call call) {
        if (call.body().length > MAX_BODY) {
            throw new ProblemException(Kind.TOO_LARGE.saying(TOO_MANY_BYTES));
        }
    }

    private Reply suggest(Call call, CodingPipeline pipeline, long start) {
        requireSize(call);
        var request = reader.read(call.body());
        var note = RequestMapping.note(request.note());
        var result =
                pipeline.code(
                        note,
                        RequestMapping.encounter(request.encounter()),
                        RequestMapping.options(request.options()));
        var id = ids.next();
        var quotes =
                asked(request, SuggestionRequest.Options::quotes)
                        ? AnswerMapping.Quotes.WRITTEN
                        : AnswerMapping.Quotes.LEFT_OUT;
        if (asked(request, SuggestionRequest.Options::audit)) {
            auditTrail.append(record(id, note, result));
        }
        return ok(
                new AnswerMapping(quotes)
                        .answer(id, build, model.get(), result, nanos.getAsLong() - start));
    }

    private static boolean asked(
            SuggestionRequest request,
            Function<SuggestionRequest.Options, @Nullable Boolean> option) {
        var options = request.options();
        return options == null || !Boolean.FALSE.equals(option.apply(options));
    }

    private AuditRecord record(String id, Note note, CodingResult result) {
        var content =
                new AnswerMapping(AnswerMapping.Quotes.LEFT_OUT)
                        .answer(id, build, model.get(), result, 0);
        return new AuditRecord(
                LOCAL,
                id,
                RecordKind.ANSWER,
                clock.instant(),
                LOCAL,
                id,
                NoteFingerprint.of(note).sha256(),
                new String(Json.write(content), StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// A system without an edition on the date is left out with a warning, unless that leaves none.
    private static Reply search(SearchRequest request, CodeSets codeSets) {
        var search = new CodeSearch(codeSets);
        var uncovered = search.uncovered(request.systems(), request.date());
        if (uncovered.containsAll(request.systems())) {
            var labels = uncovered.stream().map(CodeSystem::label).toList();
            throw new ProblemException(
                    Kind.NO_EDITION
                            .at(
                                    "Editions of "
                                            + String.join(", ", labels)
                                            + " are loaded for other dates.",
                                    List.of(
                                            new At(
                                                    "/date",
                                                    "is covered by no loaded edition of what is"
                                                            + " searched")))
                            .naming(editions(labels, codeSets)));
        }
        var page =
                search.search(
                        new CodeSearch.Wanted(
                                request.query(),
                                request.systems(),
                                request.date(),
                                request.from(),
                                request.limit()));
        return ok(SearchAnswer.of(request, page, uncovered));
    }

    private Reply code(CodeSets codeSets, String systemLabel, String value, List<String> dates) {
        var date =
                switch (dates.size()) {
                    case 0 -> today();
                    case 1 -> Dates.read(dates.getFirst()).orElseThrow(Api::badDate);
                    default -> throw badDate();
                };
        return find(codeSets, systemLabel, value, date)
                .map(entry -> ok(CodeAnswer.of(entry, date)))
                .orElseThrow(() ->
                        new ProblemException(
                                Kind.UNKNOWN_CODE.saying(
                                        "Codes are at /v1/codes/{CPT, HCPCS or"
                                                + " ICD-10-CM}/{code}.")));
    }

    private static Optional<CodeEntry> find(
            CodeSets codeSets, String systemLabel, String value, LocalDate date) {
        var system = CodeSystem.labelled(systemLabel);
        if (system.isEmpty()) {
            return Optional.empty();
        }
        Code code;
        try {
            code = Code.of(system.get(), value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return codeSets.describe(code, date);
    }

    private static ProblemException badDate() {
        return new ProblemException(
                Kind.INVALID.saying("The parameter date is one date such as 2026-06-15."));
    }

    private static void requireMethod(Call call, String method) {
        if (!call.method().equals(method)) {
            throw new ProblemException(Kind.METHOD.saying("The path takes " + method + " only."));
        }
    }

    private static void requireAcceptable(Call call) {
        var accept = call.header("accept");
        if (accept.isPresent() && !MediaRanges.accept(accept.get())) {
            throw new ProblemException(Kind.NOT_ACCEPTABLE.saying(ONLY_JSON));
        }
    }

    private static void requireJson(Call call) {
        var type = call.header("content-type");
        if (type.isPresent() && !MediaRanges.json(type.get())) {
            throw new ProblemException(Kind.MEDIA_TYPE.saying(SEND_JSON));
        }
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
                            .naming(editions(List.of(CodeSystem.CPT.label()), codeSets));
            case CLASSIFIER_UNAVAILABLE, STORE_UNAVAILABLE -> {
                LOG.errorf(e, "a call failed: %s", e.fault());
                yield Kind.UNAVAILABLE.saying(said(e));
            }
        };
    }

    /// The editions of code sets; of several, each with the name of its own.
    private static List<Problem.Edition> editions(List<String> names, CodeSets codeSets) {
        return codeSets.releases().stream()
                .filter(release -> names.contains(release.name()))
                .map(release ->
                        new Problem.Edition(
                                names.size() == 1
                                        ? release.edition()
                                        : release.name() + " " + release.edition(),
                                release.effectiveFrom().toString(),
                                release.effectiveTo().toString()))
                .toList();
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

    private static Reply ok(Object answer) {
        return new Reply(200, JSON, Map.of(), Json.write(answer));
    }

    private static Reply reply(Problem problem) {
        var headers =
                problem.status() == Kind.UNAVAILABLE.status()
                        ? Map.of("Retry-After", RETRY_SECONDS)
                        : Map.<String, String>of();
        return new Reply(problem.status(), PROBLEM_JSON, headers, Json.write(problem));
    }
}
