package dev.superbill.adapter.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.InMemoryAuditTrail;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server behind an identity provider: its address and the client's id are all that is set.
@QuarkusTest
@TestProfile(SignedInTest.WithProvider.class)
class SignedInTest {
    private static final String NOTE = Sample.request("PROCEDURE: Laparoscopic cholecystectomy.");

    @TestHTTPResource URI root;

    /// Sets the provider.
    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SmallProvider.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("superbill.classifier.engine", "none");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Kept.class);
        }
    }

    /// Keeps the trail in memory.
    @Alternative
    @Singleton
    public static class Kept {
        @Produces
        @Singleton
        AuditTrail trail() {
            return new InMemoryAuditTrail();
        }
    }

    private ValidatableResponse post(String path, String body, String token) {
        return RestAssured.given()
                .baseUri("http://localhost")
                .port(root.getPort())
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    private ValidatableResponse get(String path, String token) {
        return RestAssured.given()
                .baseUri("http://localhost")
                .port(root.getPort())
                .header("Authorization", "Bearer " + token)
                .when()
                .get(path)
                .then();
    }

    private static void isProblem(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:superbill:problem:" + type));
    }

    @Test
    void whoeverIsSignedInIsTheUser() {
        var coder = SmallProvider.token(SmallProvider.claims("north", "coder", "gardener"));
        var id =
                post("/v1/cases", NOTE, coder)
                        .statusCode(201)
                        .body("user", equalTo("eva"))
                        .extract()
                        .<String>path("answerId");

        get("/v1/cases/" + id, coder).statusCode(200);
        isProblem(
                get("/v1/cases/" + id, SmallProvider.token(SmallProvider.claims("south", "admin"))),
                404,
                "not-found");
        get("/v1/cases", SmallProvider.token(SmallProvider.claims("south", "admin")))
                .statusCode(200)
                .body("cases", hasSize(0));
    }

    @Test
    void aTokenThatDoesNotHoldIsNobody() {
        var claims = SmallProvider.claims("north", "admin");

        isProblem(get("/v1/releases", SmallProvider.forged(claims)), 401, "unauthenticated");
        isProblem(get("/v1/releases", SmallProvider.expired(claims)), 401, "unauthenticated");
        isProblem(get("/v1/releases", "nonsense"), 401, "unauthenticated");
        get("/v1/releases", SmallProvider.token(claims)).statusCode(200);
    }

    @Test
    void whoeverIsNotSignedInIsNobodyToTheInterface() {
        isProblem(
                RestAssured.given()
                        .baseUri("http://localhost")
                        .port(root.getPort())
                        .contentType("application/json")
                        .body(NOTE)
                        .when()
                        .post("/v1/suggestions")
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void whoeverOpensAPageIsSentToSignIn() {
        RestAssured.given()
                .baseUri("http://localhost")
                .port(root.getPort())
                .redirects()
                .follow(false)
                .when()
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", startsWith(SmallProvider.authorization()));
    }

    @Test
    void healthIsForEverybody() {
        RestAssured.given()
                .baseUri("http://localhost")
                .port(root.getPort())
                .when()
                .get("/q/health/live")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenWithoutATenantMayNothing() {
        isProblem(
                get("/v1/releases", SmallProvider.token(Map.of("roles", List.of("admin")))),
                403,
                "forbidden");
    }

    @Test
    void groupsCountWhereThereAreNoRoles() {
        var token = SmallProvider.token(Map.of("tenant", "north", "groups", List.of("auditor")));

        get("/v1/audit/head", token).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "coder, 200, 403, 200",
        "auditor, 403, 200, 200",
        "service, 200, 403, 200",
        "admin, 200, 200, 200",
        "gardener, 403, 403, 403"
    })
    void eachRoleMayWhatItMay(String role, int suggest, int audit, int releases) {
        var token = SmallProvider.token(SmallProvider.claims("north", role));

        post("/v1/suggestions", NOTE, token).statusCode(suggest);
        get("/v1/audit/head", token).statusCode(audit);
        get("/v1/releases", token).statusCode(releases);
    }
}
