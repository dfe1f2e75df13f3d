package dev.superbill.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An identity provider that knows how to be found, and signs whatever a test wants.
public final class SmallProvider implements QuarkusTestResourceLifecycleManager {
    private static final String KEY_ID = "k1";
    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHER_KEYS = keys();
    private static final int KEY_BITS = 2048;
    private static final int HOUR = 3600;

    private static volatile String address = "";

    private @Nullable HttpServer server;

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            var started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/.well-known/openid-configuration", exchange -> send(exchange, discovery()));
            started.createContext("/jwks", exchange -> send(exchange, jwks()));
            started.start();
            server = started;
            address = "http://localhost:" + started.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.oidc.auth-server-url", address, "quarkus.oidc.client-id", "superbill");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String discovery() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
        "jwks_uri":"%1$s/jwks","response_types_supported":["code"],\
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}\
        """
                .formatted(address);
    }

    private static String jwks() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}\
        """
                .formatted(
                        KEY_ID,
                        encoded(key.getModulus().toByteArray()),
                        encoded(key.getPublicExponent().toByteArray()));
    }

    private static String encoded(byte[] number) {
        int from = number[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(number, from, number.length));
    }

    /// Where whoever is not signed in is sent.
    static String authorization() {
        return address + "/authorize";
    }

    /// A token that is fine.
    static String token(Map<String, Object> claims) {
        return token(claims, Instant.now().plusSeconds(HOUR), KEYS);
    }

    /// A token that somebody else signed.
    static String forged(Map<String, Object> claims) {
        return token(claims, Instant.now().plusSeconds(HOUR), OTHER_KEYS);
    }

    /// A token whose time is over.
    static String expired(Map<String, Object> claims) {
        return token(claims, Instant.now().minusSeconds(HOUR), KEYS);
    }

    private static String token(Map<String, Object> claims, Instant end, KeyPair keys) {
        return Jwt.claims(claims)
                .issuer(address)
                .subject("eva")
                .issuedAt(end.minusSeconds(HOUR))
                .expiresAt(end)
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
    }

    /// The claims of somebody.
    static Map<String, Object> claims(String tenant, String... roles) {
        return Map.of("tenant", tenant, "roles", List.of(roles));
    }
}
