package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.superbill.code.Code;
import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.failure.CodingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Against a small server that speaks as much of S3 as is needed.
class BundleBucketTest {
    private static final CodeSets OWN = EmbeddedKnowledge.load().codeSets();
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final Code CODE = new Code.Cpt("00001");
    private static final BundleBucket.Place PLACE = BundleBucket.Place.of("s3://codes/2026");

    @TempDir Path copies;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final HttpServer server = server();
    private final S3Client client =
            S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .endpointOverride(
                            URI.create("http://localhost:" + server.getAddress().getPort()))
                    .forcePathStyle(true)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/codes", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestURI().getPath().replaceFirst("^/codes/?", "");
        var body = key.isEmpty() ? list() : objects.get(key);
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            if (!key.isEmpty()) {
                fetched.incrementAndGet();
            }
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte[] list() {
        return objects.entrySet().stream()
                .map(object ->
                        "<Contents><Key>%s</Key><ETag>\"%08x\"</ETag><Size>%d</Size></Contents>"
                                .formatted(
                                        object.getKey(),
                                        Arrays.hashCode(object.getValue()),
                                        object.getValue().length))
                .collect(
                        Collectors.joining(
                                "",
                                "<ListBucketResult><IsTruncated>false</IsTruncated>",
                                "</ListBucketResult>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bundle(int units) {
        var builder = new BundleBuilder();
        builder.add(
                new SourceEdition(
                        SourceKind.MUE_PRACTITIONER,
                        "2026Q2",
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 6, 30)),
                new OfficialRow.Mue(CODE, new MueLimit(units, 2), ""));
        return builder.build().toBytes();
    }

    private BundleBucket bucket() {
        return new BundleBucket(client, PLACE, copies, OWN);
    }

    private static int units(CodeSets codeSets) {
        return codeSets.official()
                .mue(SourceKind.MUE_PRACTITIONER, CODE, JUNE)
                .map(match -> match.limit().units())
                .orElse(0);
    }

    @Test
    void bundlesAreCopiedOnceAndMapped() {
        objects.put("2026/a.bundle", bundle(3));
        objects.put("2026/readme.txt", new byte[10]);

        assertThat(units(bucket().current())).isEqualTo(3);
        assertThat(units(bucket().current())).isEqualTo(3);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aNewContentOfTheSameNameIsTakenUp() {
        objects.put("2026/a.bundle", bundle(3));
        var source = bucket();
        var before = source.current();

        objects.put("2026/a.bundle", bundle(4));
        source.refresh();

        assertThat(units(source.current())).isEqualTo(4);
        assertThat(units(before)).isEqualTo(3);
    }

    @Test
    void whatIsGoneFromTheBucketIsForgotten() {
        objects.put("2026/a.bundle", bundle(3));
        var source = bucket();

        objects.clear();
        source.refresh();

        assertThat(units(source.current())).isZero();
    }

    @Test
    void aDamagedObjectLeavesTheOldOneServingAndNoPartBehind() throws IOException {
        objects.put("2026/a.bundle", bundle(3));
        var source = bucket();
        var damaged = bundle(4);
        damaged[damaged.length - 20] ^= 1;

        objects.put("2026/a.bundle", damaged);
        source.refresh();

        assertThat(units(source.current())).isEqualTo(3);
        try (var files = Files.list(copies)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aBucketThatIsAwayIsAFaultAtTheStartAndNoneLater() {
        objects.put("2026/a.bundle", bundle(3));
        var source = bucket();
        server.stop(0);

        source.refresh();

        assertThat(units(source.current())).isEqualTo(3);
        assertThatExceptionOfType(CodingException.class).isThrownBy(this::bucket);
    }

    @Test
    void aPlaceHasABucketAndMayHaveAPrefix() {
        assertThat(BundleBucket.Place.of("s3://codes"))
                .isEqualTo(new BundleBucket.Place("codes", ""));
        assertThat(PLACE).isEqualTo(new BundleBucket.Place("codes", "2026"));
        assertThat(BundleBucket.Place.named("s3://codes")).isTrue();
        assertThat(BundleBucket.Place.named("/srv/codes")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> BundleBucket.Place.of("s3:///x"));
    }
}
