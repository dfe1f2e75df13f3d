package dev.superbill.adapter.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.audit.InMemoryNoteStore;
import dev.superbill.audit.NoteStore;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WorkbenchTest.InMemory.class)
class WorkbenchTest {
    private static final String NOTE =
            """
            PREOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
            PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
            DESCRIPTION OF PROCEDURE: The gallbladder was dissected off the liver with cautery and \
            removed in a bag through the umbilical port. No cholangiogram was performed.
            """;
    private static final String TWO =
            """
            {"encounter":{"serviceDate":"2026-06-15"},"note":{"text":"A cough."}}
            {"note":1}
            """;
    private static final Pattern DECISION = Pattern.compile("data-decision=\"([0-9A-Z]{26})\"");

    @Inject AuditTrail trail;
    @Inject NoteStore notes;
    @Inject Suggester suggester;
    @Inject Desk desk;
    @Inject Caller caller;
    @TestHTTPResource URI root;

    /// Stores in memory, and a pilot.
    public static final class InMemory implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Stores.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("superbill.shadow.departments", "pilot");
        }
    }

    /// The stores.
    @Alternative
    @Singleton
    public static final class Stores {
        @Produces
        @Singleton
        AuditTrail trail() {
            return new InMemoryAuditTrail();
        }

        @Produces
        @Singleton
        NoteStore notes() {
            return new InMemoryNoteStore();
        }
    }

    private RequestSpecification given() {
        return RestAssured.given()
                .baseUri("http://localhost")
                .port(root.getPort())
                .redirects()
                .follow(false);
    }

    private Response send(String text, String... more) {
        var form = given().formParam("text", text).formParam("serviceDate", "2026-06-15");
        for (int i = 0; i < more.length; i += 2) {
            form.formParam(more[i], more[i + 1]);
        }
        return form.post("/");
    }

    private String open(String text, String... more) {
        var sent = send(text, more);
        assertThat(sent.statusCode()).isEqualTo(303);
        var location = sent.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String page(String path) {
        var page = given().get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    private Response decide(String id, String... fields) {
        var matcher = DECISION.matcher(page("/cases/" + id));
        assertThat(matcher.find()).isTrue();
        var form = given().header("HX-Request", "true").formParam("decisionId", matcher.group(1));
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post("/cases/" + id + "/decisions");
    }

    /// Accepts what is suggested, then the rest one by one.
    private void settle(String id) {
        assertThat(decide(id, "action", "accept-suggested").statusCode()).isEqualTo(200);
        for (var line : desk.find(caller.actor(), id).orElseThrow().lines()) {
            if (line.state() == CaseLine.State.OPEN) {
                var name = line.line().system().label() + " " + line.line().value();
                assertThat(decide(id, "action", "accept", "line", name).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/dashboard", "/?example=07-office-visit"})
    void aPageLoadsNothingFromElsewhereAndIsKeptNowhere(String path) {
        var page = given().get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(page.asString())
                .doesNotContain("http://", "https://", "<script>", " style=", " onclick=")
                .containsOnlyOnce("<h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/workbench/workbench.css",
                "/workbench/workbench.js",
                "/workbench/case.js",
                "/workbench/dashboard.js",
                "/workbench/theme.js",
                "/workbench/icon.svg",
                "/webjars/htmx.org/2.0.4/dist/htmx.min.js",
                "/webjars/chart.js/4.4.9/dist/chart.umd.js"
            })
    void whatPagesLoadIsHere(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aNoteBecomesACaseWithItsWordsMarked() {
        var page = page("/cases/" + open(NOTE));

        assertThat(page)
                .contains("id=\"row-CPT-47562\"")
                .contains("data-decision=\"suggest\"")
                .containsPattern("<mark class=\"words[^>]*data-keys=\"[^\"]*CPT-47562")
                .contains("said-absent");
    }

    @Test
    void whatANoteSaysIsNeverMarkup() {
        var page =
                page("/cases/" + open(NOTE + "<script>alert('x')</script><img src=x onerror=y>"));

        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    }

    @Test
    void noWordOfTheNoteStandsInAnAddress() {
        assertThat(send(NOTE).header("Location")).endsWith("/cases/" + lastId());
    }

    private String lastId() {
        return desk.cases(caller.actor()).getLast().answer().id();
    }

    @Test
    void errorsStandAtTheirFieldsAndNothingTypedIsLost() {
        var page =
                given().formParam("text", "A <b>note</b>")
                        .formParam("serviceDate", "yesterday")
                        .formParam("ageYears", "old")
                        .formParam("placeOfService", "x")
                        .post("/");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("id=\"serviceDate-error\">Give the date")
                .contains("id=\"ageYears-error\">Give the age")
                .contains("A &lt;b&gt;note&lt;/b&gt;")
                .contains("value=\"old\"");
    }

    @Test
    void aLongNoteIsOpenedAsWell() {
        assertThat(
                        send("PROCEDURE: colonoscopy. " + "The mucosa was normal. ".repeat(4_000))
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aDateThatNoEditionCoversIsSaidAtTheDate() {
        var page = given().formParam("text", NOTE).formParam("serviceDate", "1999-01-01").post("/");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("id=\"serviceDate-error\">No loaded edition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void thereIsNoCaseWithoutANote(String text) {
        assertThat(send(text).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/01UNKNOWN", "/trail/01UNKNOWN", "/?example=none"})
    void whatIsNotThereIsSaidOnAPage(String path) {
        var page = given().get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("<h1>");
    }

    @Test
    void actionsChangeTheCaseAndAreRemembered() {
        var id = open(NOTE);

        assertThat(
                        decide(id, "action", "accept", "line", "CPT 47562", "activeSeconds", "12")
                                .asString())
                .contains("data-state=\"accepted\"")
                .contains("Accepted 47562.");
        decide(
                id,
                "action",
                "change",
                "line",
                "CPT 47562",
                "code",
                "CPT 47562",
                "units",
                "1",
                "modifiers",
                "22",
                "reason",
                "modifiers");
        assertThat(page("/cases/" + id)).contains("data-state=\"changed\"");

        var again = new Desk(suggester, trail, notes, Desk.Terms.standard());
        var found = again.find(caller.actor(), id).orElseThrow();
        assertThat(found.activeSeconds()).isEqualTo(12);
        assertThat(found.billed())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(CaseLine.State.CHANGED);
                    assertThat(line.chosen().modifiers()).containsExactly("22");
                });

        var undo = found.standing().getLast().id();
        assertThat(decide(id, "action", "undo", "undo", undo).asString())
                .contains("data-state=\"accepted\"");
    }

    @Test
    void selectedWordsGoIntoTheTrailAsTheyStand() {
        var id = open(NOTE);
        int start = NOTE.indexOf("umbilical port");

        var added =
                decide(
                        id,
                        "action",
                        "add",
                        "code",
                        "ICD-10-CM R10.9",
                        "reason",
                        "missed",
                        "start",
                        String.valueOf(start - 1),
                        "end",
                        String.valueOf(start + "umbilical port".length()));

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.asString())
                .contains("id=\"row-ICD-10-CM-R10_9\"")
                .containsPattern("data-start=\"" + start + "\" data-keys=\"[^\"]*ICD-10-CM-R10_9");
    }

    @Test
    void aClaimIsSignedAndItsTextForgotten() {
        var id = open(NOTE);
        settle(id);

        assertThat(decide(id, "action", "sign").asString())
                .contains("data-status=\"signed\"")
                .contains("id=\"note-gone\"");
        assertThat(desk.find(caller.actor(), id).orElseThrow().status())
                .isEqualTo(CaseStatus.SIGNED);
        assertThat(
                        given().formParam("text", "Another text.")
                                .post("/cases/" + id + "/note")
                                .statusCode())
                .isEqualTo(409);
        assertThat(
                        given().formParam("text", NOTE.replace("\n", "\r\n"))
                                .post("/cases/" + id + "/note")
                                .asString())
                .contains("<mark class=\"words");
        assertThat(page("/queue/claims.csv")).contains(id).contains("47562");
        assertThat(page("/queue/claims.ndjson")).contains("\"answerId\":\"" + id + "\"");
    }

    @Test
    void whatACaseDoesNotTakeIsSaidInThePage() {
        var id = open(NOTE);

        var refused = decide(id, "action", "sign");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("role=\"alert\"");
    }

    @Test
    void aPilotHidesWhatWasSuggestedUntilACoderAddsIt() {
        var id = open(NOTE, "department", "Pilot");

        assertThat(page("/cases/" + id))
                .contains("id=\"hidden-notice\"")
                .doesNotContain("47562", "<mark class=\"words", "data-said");
        assertThat(decide(id, "action", "add", "code", "CPT 47562", "reason", "missed").asString())
                .contains("id=\"row-CPT-47562\"");
        assertThat(page("/queue?status=any")).contains(id);
        assertThat(decide(id, "action", "sign").asString()).contains("data-status=\"signed\"");
    }

    @Test
    void aQueryIsDraftedAndWaitsForItsReply() {
        var id = open(NOTE);

        assertThat(given().header("HX-Request", "true").post("/cases/" + id + "/query").asString())
                .contains("id=\"query-text\"")
                .contains("addendum");
        assertThat(decide(id, "action", "query", "text", "Which side?").asString())
                .contains("data-status=\"queried\"")
                .contains("Which side?");
        assertThat(decide(id, "action", "reply").asString()).contains("data-status=\"open\"");
    }

    @Test
    void theTrailTellsWhoDidWhatAndThatItIsSound() {
        var id = open(NOTE);
        decide(id, "action", "accept", "line", "CPT 47562");

        assertThat(page("/trail/" + id))
                .contains("data-whole=\"true\"")
                .contains("accepted 47562")
                .contains("data-kind=\"answer\"")
                .doesNotContain("umbilical");
    }

    @Test
    void aBatchTakesWhatItCanAndNamesTheRest() {
        var page =
                given().multiPart("files", "good.txt", NOTE.getBytes(StandardCharsets.UTF_8))
                        .multiPart("files", "empty.txt", new byte[] {' '})
                        .multiPart("files", "odd.pdf", new byte[] {1})
                        .multiPart("files", "two.ndjson", TWO.getBytes(StandardCharsets.UTF_8))
                        .multiPart("serviceDate", "2026-06-15")
                        .post("/queue/batch");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("data-opened=\"2\"")
                .contains("data-refused=\"3\"")
                .contains("empty.txt", "odd.pdf", "two.ndjson, line 2");
    }

    @Test
    void theQueueGoesFromCaseToCase() {
        var first = open(NOTE, "payer", "queuetest");
        var second = open(NOTE, "payer", "queuetest");

        assertThat(given().get("/queue/next?payer=queuetest&after=" + first).header("Location"))
                .contains("/cases/" + second);
        assertThat(page("/queue?payer=queuetest")).contains(first, second);
        assertThat(page("/queue?payer=other")).doesNotContain(first);
    }

    @Test
    void figuresAreShownAndHandedOut() {
        var id = open(NOTE);
        settle(id);
        decide(id, "action", "sign");

        assertThat(page("/dashboard"))
                .contains("id=\"figure-agreement\"")
                .contains("data-chart=\"reliability\"")
                .contains("id=\"table-byCode\"");
        assertThat(page("/dashboard/agreement.csv")).contains("47562");
        assertThat(given().get("/dashboard/none.csv").statusCode()).isEqualTo(404);
        assertThat(given().get("/dashboard?from=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void codesAreFoundInWords() {
        var id = open(NOTE);

        assertThat(
                        given().header("HX-Request", "true")
                                .formParam("q", "gallbladder laparoscopy")
                                .post("/cases/" + id + "/codes")
                                .asString())
                .contains("value=\"CPT 47562\"");
    }
}
