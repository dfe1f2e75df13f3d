package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// The queue, and what goes in and out of it in batches.
@Path("/queue")
@Blocking
public class QueuePages {
    private static final int MOST_ROWS = 200;
    private static final int HOURS_A_DAY = 24;

    private final Desk desk;
    private final CaseFile file;
    private final Pages pages;
    private final Caller caller;
    private final Validator validator;
    private final Suggester suggester;

    QueuePages(
            Desk desk,
            CaseFile file,
            Pages pages,
            Caller caller,
            Validator validator,
            Suggester suggester) {
        this.desk = desk;
        this.file = file;
        this.pages = pages;
        this.caller = caller;
        this.validator = validator;
        this.suggester = suggester;
    }

    /// Shows the queue.
    @GET
    public Response show(
            @Context HttpHeaders headers,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String confidence,
            @RestQuery @Nullable String hours,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String order) {
        var filter = QueueFilter.of(status, reason, payer, confidence, hours, sort, order);
        return pages.answer(headers, () -> page(filter, List.of()));
    }

    private Response page(QueueFilter filter, List<QueueView.Batch> batch) {
        var cases = desk.cases(caller.actor());
        var now = suggester.now();
        var shown = filter.of(cases, now);
        return pages.page(
                Templates.queue(
                        pages.shell("queue"),
                        new QueueView(
                                filter,
                                shown.stream().limit(MOST_ROWS).map(one -> row(one, now)).toList(),
                                cases.size(),
                                Math.max(0, shown.size() - MOST_ROWS),
                                cases.stream()
                                        .map(one -> one.answer().payer())
                                        .filter(one -> !one.isEmpty())
                                        .distinct()
                                        .sorted()
                                        .toList(),
                                cases.stream()
                                        .flatMap(one -> QueueFilter.rules(one).stream())
                                        .distinct()
                                        .sorted()
                                        .toList(),
                                suggester.today().toString(),
                                batch)));
    }

    private static QueueView.Row row(CodingCase one, Instant now) {
        var answer = one.answer();
        boolean hidden = answer.visibility() == Answer.Visibility.HIDDEN;
        return new QueueView.Row(
                answer.id(),
                CaseViewer.TIME.format(answer.time()),
                age(Duration.between(answer.time(), now)),
                one.status().label(),
                one.status() == CaseStatus.QUERIED ? "waits for the author" : one.status().label(),
                hidden ? "" : answer.outcome(),
                QueueFilter.rules(one),
                hidden ? -1 : QueueFilter.leastConfidence(one),
                answer.payer(),
                answer.serviceDate().toString(),
                hidden ? "" : answer.noteType().replace('_', ' '),
                answer.specialty().replace('_', ' '),
                hidden ? one.billed().size() : answer.lines().size());
    }

    private static String age(Duration age) {
        if (age.toHours() >= 2 * HOURS_A_DAY) {
            return age.toDays() + " days";
        }
        return age.toMinutes() >= 120 ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    /// Goes to the next case that waits.
    @GET
    @Path("/next")
    public Response next(
            @Context HttpHeaders headers,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String confidence,
            @RestQuery @Nullable String hours,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String order) {
        var filter = QueueFilter.of(status, reason, payer, confidence, hours, sort, order);
        return pages.answer(
                headers,
                () -> {
                    var next =
                            filter.after(
                                    after == null ? "" : after,
                                    desk.cases(caller.actor()),
                                    suggester.now());
                    return pages.seeOther(
                            next.isEmpty()
                                    ? "/queue?" + filter.query()
                                    : "/cases/"
                                            + next.getFirst().answer().id()
                                            + "?"
                                            + filter.query());
                });
    }

    /// Takes many notes.
    @POST
    @Path("/batch")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response batch(
            @Context HttpHeaders headers,
            @RestForm("files") List<FileUpload> files,
            @RestForm @Nullable String serviceDate,
            @RestForm @Nullable String payer,
            @RestForm @Nullable String placeOfService,
            @RestForm @Nullable String specialty,
            @RestForm @Nullable String department) {
        var facts =
                new StartForm(
                        "",
                        said(serviceDate),
                        said(payer),
                        said(placeOfService),
                        said(specialty),
                        said(department),
                        "",
                        "",
                        "",
                        "",
                        Map.of());
        return pages.answer(
                headers,
                () -> {
                    var batch = new BatchIn(desk, validator, caller.actor(), facts);
                    for (var upload : files) {
                        if (!upload.fileName().isEmpty()) {
                            batch.take(upload.fileName(), content(upload));
                        }
                    }
                    return page(
                            QueueFilter.of(null, null, null, null, null, null, null),
                            List.of(batch.done()));
                });
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// The signed claims, a line a row.
    @GET
    @Path("/claims.csv")
    public Response csv(
            @Context HttpHeaders headers,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String confidence,
            @RestQuery @Nullable String hours) {
        return pages.answer(
                headers,
                () ->
                        pages.file(
                                "text/csv; charset=utf-8",
                                "claims.csv",
                                SignedClaims.csv(signed(reason, payer, confidence, hours))));
    }

    /// The signed claims, a claim a line.
    @GET
    @Path("/claims.ndjson")
    public Response ndjson(
            @Context HttpHeaders headers,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String confidence,
            @RestQuery @Nullable String hours) {
        return pages.answer(
                headers,
                () ->
                        pages.file(
                                "application/x-ndjson; charset=utf-8",
                                "claims.ndjson",
                                SignedClaims.ndjson(signed(reason, payer, confidence, hours))));
    }

    private List<SignedClaims.Claim> signed(
            @Nullable String reason,
            @Nullable String payer,
            @Nullable String confidence,
            @Nullable String hours) {
        var actor = caller.actor();
        return QueueFilter.of("signed", reason, payer, confidence, hours, null, null)
                .of(desk.cases(actor), suggester.now())
                .stream()
                .map(one -> SignedClaims.claim(file.open(actor, one.answer().id())))
                .toList();
    }
}
