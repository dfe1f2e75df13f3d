package dev.superbill.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccessTest {
    @TestHTTPResource URI root;

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LocalHost, true",
        "127.0.0.1, true",
        "127.8.9.10, true",
        "::1, true",
        "[::1], true",
        "0.0.0.0, false",
        "::, false",
        "10.0.0.4, false",
        "localhost.example, false",
        "127.0.0.1.example, false",
        "'', false"
    })
    void thisMachineIsToldByItsNameOrNumber(String host, boolean loopback) {
        assertThat(Access.loopback(host)).isEqualTo(loopback);
    }

    @ParameterizedTest
    @CsvSource({
        "false, alone, 127.0.0.1, true, true",
        "false, alone, 0.0.0.0, true, false",
        "false, alone, 0.0.0.0, false, true",
        "false, open, 0.0.0.0, true, true",
        "true, alone, 0.0.0.0, true, true"
    })
    void theServerDoesNotStartWhereAnybodyCouldCome(
            boolean provider, String setting, String host, boolean listening, boolean starts) {
        var access = new Access(provider, setting, host, listening);

        if (starts) {
            assertThatNoException().isThrownBy(access::requireGuarded);
        } else {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(access::requireGuarded)
                    .withMessageContainingAll("0.0.0.0", "superbill.access=open");
        }
    }

    @Test
    void anotherSettingHasNoMeaning() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new Access(false, "ajar", "127.0.0.1", true));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, localhost, '', '', 200",
        "GET, 127.0.0.1:PORT, '', '', 200",
        "GET, [::1]:PORT, '', '', 200",
        "GET, LOCALHOST:PORT, '', '', 200",
        "GET, evil.example, '', '', 421",
        "GET, evil.example:PORT, '', '', 421",
        "GET, localhost.evil.example, '', '', 421",
        "GET, 10.1.2.3, '', '', 421",
        "GET, localhost:PORT, http://evil.example, cross-site, 200",
        "POST, localhost:PORT, '', '', 400",
        "POST, localhost:PORT, http://localhost:PORT, same-origin, 400",
        "POST, localhost:PORT, http://localhost:PORT, '', 400",
        "POST, localhost:PORT, http://localhost:1, '', 403",
        "POST, localhost:PORT, http://127.0.0.1:PORT, '', 403",
        "POST, localhost:PORT, http://evil.example, '', 403",
        "POST, localhost:PORT, null, '', 403",
        "POST, localhost:PORT, '', cross-site, 403",
        "POST, localhost:PORT, '', same-site, 403",
        "POST, localhost:PORT, '', none, 400",
        "POST, evil.example, http://evil.example, same-origin, 421"
    })
    void pagesOfOtherSitesAreRefused(
            String method, String host, String origin, String site, int status) throws IOException {
        assertThat(status(method, host, origin, site)).isEqualTo(status);
    }

    /// Spoken over a plain socket: clients set the headers in question by themselves.
    private int status(String method, String host, String origin, String site) throws IOException {
        var port = String.valueOf(root.getPort());
        var request =
                new StringBuilder(method)
                        .append(method.equals("GET") ? " /v1/releases" : " /v1/suggestions")
                        .append(" HTTP/1.1\r\nConnection: close\r\n")
                        .append("Content-Type: application/json\r\nContent-Length: 0\r\n")
                        .append("Host: ")
                        .append(host.replace("PORT", port))
                        .append("\r\n");
        if (!origin.isEmpty()) {
            request.append("Origin: ").append(origin.replace("PORT", port)).append("\r\n");
        }
        if (!site.isEmpty()) {
            request.append("Sec-Fetch-Site: ").append(site).append("\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort());
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream()
                    .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(in.readLine().split(" ", -1)[1]);
        }
    }
}
