package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Door;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The page on which a note comes in.
@Path("/")
@Blocking
public class StartPages {
    /// Drafts are forgotten with the browser's tab: what was not sent may be a note, and a note is
    /// kept nowhere that the operator does not know of.
    private static final String DRAFTS = "session";

    private final Desk desk;
    private final Pages pages;
    private final Caller caller;
    private final Validator validator;
    private final Suggester suggester;
    private final Examples examples = Examples.shipped();

    StartPages(Desk desk, Pages pages, Caller caller, Validator validator, Suggester suggester) {
        this.desk = desk;
        this.pages = pages;
        this.caller = caller;
        this.validator = validator;
        this.suggester = suggester;
    }

    /// Shows the form, filled with an example where one is named.
    @GET
    public Response show(@Context HttpHeaders headers, @RestQuery @Nullable String example) {
        return pages.answer(
                headers,
                () -> {
                    var form =
                            example == null
                                    ? StartForm.on(suggester.today())
                                    : examples.named(example)
                                            .map(Example::form)
                                            .orElseThrow(() ->
                                                    new CodingException(
                                                            Fault.NOT_FOUND,
                                                            "There is no such example."));
                    return form(200, form);
                });
    }

    /// Codes a note and goes to its case.
    @POST
    public Response code(
            @Context HttpHeaders headers,
            @RestForm @Nullable String text,
            @RestForm @Nullable String serviceDate,
            @RestForm @Nullable String payer,
            @RestForm @Nullable String placeOfService,
            @RestForm @Nullable String specialty,
            @RestForm @Nullable String department,
            @RestForm @Nullable String ageYears,
            @RestForm @Nullable String sex,
            @RestForm @Nullable String established,
            @RestForm @Nullable String totalMinutes) {
        var form =
                new StartForm(
                        // A browser sends the line ends of a form as carriage return and line feed.
                        said(text).replace("\r\n", "\n"),
                        said(serviceDate).strip(),
                        said(payer),
                        said(placeOfService).strip(),
                        said(specialty),
                        said(department),
                        said(ageYears),
                        said(sex),
                        said(established),
                        said(totalMinutes),
                        Map.of());
        return pages.answer(headers, () -> open(form));
    }

    private Response open(StartForm form) {
        var reading = form.read();
        var wrong = new LinkedHashMap<>(reading.wrong());
        var request = reading.request();
        if (request != null) {
            for (var violation : validator.validate(request)) {
                wrong.putIfAbsent(
                        StartForm.field(violation.getPropertyPath().toString()),
                        "This " + violation.getMessage() + ".");
            }
        }
        if (request == null || !wrong.isEmpty()) {
            return form(400, form.with(wrong));
        }
        return open(form, request);
    }

    private Response open(StartForm form, SuggestionRequest request) {
        try {
            var answer = desk.open(caller.actor(), examples.completed(request), Door.HTTP);
            return pages.seeOther("/cases/" + answer.id());
        } catch (CodingException e) {
            if (e.fault() != Fault.NO_EDITION) {
                throw e;
            }
            return form(
                    422,
                    form.with(Map.of("serviceDate", "No loaded edition of CPT covers this date.")));
        }
    }

    private Response form(int status, StartForm form) {
        return pages.page(
                status, Templates.start(pages.shell("start"), form, examples.all(), DRAFTS));
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
