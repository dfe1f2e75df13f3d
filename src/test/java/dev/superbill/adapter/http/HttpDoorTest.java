package dev.superbill.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.superbill.adapter.wire.Sample;
import dev.superbill.codeset.CodeSetSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HttpDoorTest {
    private static final Path STORED = Path.of("src/test/resources/openapi.yml");

    @Inject CodeSetSource codeSets;

    @TestHTTPResource URI root;

    /// The port is free, so that REST Assured is told.
    private RequestSpecification given() {
        return RestAssured.given().baseUri("http://localhost").port(root.getPort());
    }

    private ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/suggestions")
                .then();
    }

    @Test
    void aNoteIsAnswered() {
        post(Sample.request("PROCEDURE: none. " + Sample.PLANTED))
                .statusCode(200)
                .contentType("application/json")
                .body("id", matchesPattern("[0-9A-HJKMNP-TV-Z]{26}"))
                .body("release.build", containsString("1.0.0"))
                .body("classification.engine", equalTo("PyTorch"))
                .body("evaluationAndManagement", hasKey("level"))
                .body("timing.totalMs", matchesNumber());
    }

    private static Matcher<Object> matchesNumber() {
        return instanceOf(Number.class);
    }

    @Test
    void aBadRequestIsAProblem() {
        post("{\"encounter\":{\"serviceDate\":\"2026-06-15\"},\"note\":{\"text\":\" \"}}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:superbill:problem:invalid-request"))
                .body("status", equalTo(400))
                .body("errors.pointer", hasItem("/note/text"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/suggestions, 405, method-not-allowed",
        "PUT, /v1/suggestions, 405, method-not-allowed",
        "DELETE, /v1/codes/CPT/47562, 405, method-not-allowed",
        "POST, /v1/releases, 405, method-not-allowed",
        "GET, /v1/nothing, 404, not-found",
        "GET, /v1, 404, not-found",
        "GET, /v1/codes/CPT/00000, 404, unknown-code",
        "GET, /v1/codes/SNOMED/1, 404, unknown-code",
        "GET, /v1/codes/ICD-10-CM/Z99.999, 404, unknown-code",
        "GET, /v1/codes, 400, invalid-request",
        "GET, /v1/codes?q=, 400, invalid-request",
        "GET, /v1/codes?q=knee&limit=0, 400, invalid-request",
        "GET, /v1/codes?q=knee&limit=101, 400, invalid-request",
        "GET, /v1/codes?q=knee&system=ICD-9, 400, invalid-request",
        "GET, /v1/codes?q=knee&date=nine, 400, invalid-request",
        "GET, /v1/codes?q=knee&cursor=AAAA, 400, invalid-request",
        "GET, /v1/codes?q=knee&date=1951-01-01, 422, no-edition",
        "POST, /v1/codes?q=knee, 405, method-not-allowed",
        "GET, /v1/codes/CPT/47562?date=nine, 400, invalid-request",
        "GET, /v1/codes/CPT/47562?date=2026-06-15&date=2026-06-16, 400, invalid-request"
    })
    void whatIsNotThereIsAProblem(String method, String path, int status, String type) {
        given().when()
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:superbill:problem:" + type));
    }

    @Test
    void anotherTypeOfBodyIsAProblem() {
        given().contentType("text/plain")
                .body(Sample.request(Sample.PLANTED))
                .when()
                .post("/v1/suggestions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:superbill:problem:unsupported-media-type"));
    }

    @Test
    void anotherTypeOfAnswerIsAProblem() {
        given().accept("text/html")
                .contentType("application/json")
                .body(Sample.request(Sample.PLANTED))
                .when()
                .post("/v1/suggestions")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:superbill:problem:not-acceptable"));
    }

    @Test
    void theReleasesAreTold() {
        given().when()
                .get("/v1/releases")
                .then()
                .statusCode(200)
                .body("model", matchesPattern("note-encoder@[0-9a-f]{6}"))
                .body("codeSets.size()", equalTo(codeSets.current().releases().size()));
    }

    @Test
    void codesAreFoundByWords() {
        given().queryParam("q", "gall bladder removal scope")
                .queryParam("system", "CPT,HCPCS")
                .queryParam("system", "icd-10-cm")
                .queryParam("date", "2026-06-15")
                .queryParam("limit", 3)
                .when()
                .get("/v1/codes")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("query", equalTo("gall bladder removal scope"))
                .body("date", equalTo("2026-06-15"))
                .body("items.size()", equalTo(3))
                .body("items[0].system", equalTo("CPT"))
                .body("items[0].code", equalTo("47562"))
                .body("items[0].status", equalTo("active"))
                .body("items[0].billable", equalTo(true))
                .body("items[0].group", equalTo("cholecystectomy"))
                .body("items[0].score", matchesNumber())
                .body("next", matchesPattern("[A-Za-z0-9_-]+"))
                .body("$", not(hasKey("warnings")));
    }

    @Test
    void theNextPageIsAskedForByItsCursor() {
        var first =
                given().when()
                        .get("/v1/codes?q=4756&date=2026-06-15&limit=1")
                        .then()
                        .statusCode(200)
                        .body("items.code", hasItem("47562"))
                        .extract();

        given().queryParam("cursor", first.<String>path("next"))
                .when()
                .get("/v1/codes?q=4756&date=2026-06-15&limit=1")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("47563"));
    }

    @Test
    void readinessTellsTheModelAndTheCodeSets() {
        // The first note waits for the model.
        given().contentType("application/json")
                .body(Sample.request("CT of the chest."))
                .when()
                .post("/v1/suggestions")
                .then()
                .statusCode(200);
        boolean loaded = !codeSets.current().releases().isEmpty();
        given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(loaded ? 200 : 503)
                .body("checks.find { it.name == 'engine' }.data.classifier", equalTo("loaded"))
                .body(
                        "checks.find { it.name == 'engine' }.data.model",
                        matchesPattern("note-encoder@[0-9a-f]{6}"));
    }

    @Test
    void metricsCountCallsByDoorAndOutcome() {
        post("{}").statusCode(400);

        given().when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "superbill_calls_seconds_count{door=\"http\",outcome=\"refused\"}"))
                .body(not(containsString(Sample.PLANTED)));
    }

    @Test
    void swaggerUiIsThere() {
        given().when().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void theInterfaceIsTheStoredOne() throws IOException {
        var served = given().when().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(STORED.toAbsolutePath().getParent());
            Files.writeString(STORED, served);
        }

        assertThat(served)
                .as("run with -Dopenapi.update to accept the change")
                .isEqualTo(Files.readString(STORED));
    }
}
