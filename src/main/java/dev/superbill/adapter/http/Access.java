package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.Reply;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Who may come. With an identity provider, whoever it knows; without one the one user of this
/// machine, so that the server listens on this machine alone, and refuses pages of other sites that
/// make the user's browser call it, whether by another name of this machine (DNS rebinding) or by a
/// form of their own.
@Singleton
public class Access {
    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final String LOCALHOST = "localhost";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final int BEFORE_ALL = 1000;
    private static final String ELSEWHERE =
            "Without an identity provider the server answers at localhost alone.";
    private static final String OTHER_SITE = "The call comes from a page of another site.";

    private final Mode mode;
    private final String host;
    private final boolean listening;

    /// Who decides who may come.
    public enum Mode {
        /// An identity provider.
        PROVIDER,
        /// Nobody has to: the server listens on this machine alone.
        ALONE,
        /// Something in front of the server.
        OPEN
    }

    /// @param provider whether an identity provider is set
    /// @param access `alone` or `open`
    /// @param host where the server listens
    /// @param listening whether it listens at all
    public Access(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider,
            @ConfigProperty(name = "superbill.access", defaultValue = "alone") String access,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean listening) {
        this.host = host;
        this.listening = listening;
        this.mode = provider ? Mode.PROVIDER : mode(access);
    }

    private static Mode mode(String access) {
        return switch (access) {
            case "alone" -> Mode.ALONE;
            case "open" -> Mode.OPEN;
            default ->
                    throw new ConfigurationException(
                            "superbill.access is alone or open, not \"" + access + "\"");
        };
    }

    /// Who decides who may come.
    public Mode mode() {
        return mode;
    }

    void check(@Observes StartupEvent started) {
        requireGuarded();
    }

    /// Fails where everybody could come.
    void requireGuarded() {
        if (!listening) {
            return;
        }
        if (mode == Mode.ALONE && !loopback(host)) {
            throw new ConfigurationException(
                    "The server would let in everybody who reaches "
                            + host
                            + ": set quarkus.oidc.auth-server-url and quarkus.oidc.client-id, or"
                            + " superbill.access=open where something in front checks who comes, or"
                            + " quarkus.http.host=127.0.0.1.");
        }
        if (mode == Mode.OPEN) {
            LOG.warn(
                    "superbill.access=open: everybody who reaches the server is let in as its one"
                            + " user; something in front has to check who comes.");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_ALL);
    }

    private void filter(RoutingContext context) {
        var refusal = refusal(context.request());
        if (refusal.isEmpty()) {
            context.next();
            return;
        }
        var reply = refusal.get();
        context.response()
                .setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .end(reply.text());
    }

    private Optional<Reply> refusal(HttpServerRequest request) {
        var authority = request.authority();
        if (mode == Mode.ALONE && (authority == null || !loopback(authority.host()))) {
            return Optional.of(Reply.of(Kind.MISDIRECTED.saying(ELSEWHERE)));
        }
        if (READING.contains(request.method().name())) {
            return Optional.empty();
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        boolean fromElsewhere = site != null && !OWN_SITE.contains(site);
        boolean ofAnother = mode == Mode.ALONE && origin != null && !same(origin, authority);
        return fromElsewhere || ofAnother
                ? Optional.of(Reply.of(Kind.FORBIDDEN.saying(OTHER_SITE)))
                : Optional.empty();
    }

    private static boolean same(String origin, @Nullable HostAndPort authority) {
        try {
            var from = new URI(origin);
            return authority != null
                    && from.getHost() != null
                    && from.getHost().equalsIgnoreCase(authority.host())
                    && port(from) == (authority.port() > 0 ? authority.port() : port(from, -1));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static int port(URI from) {
        return port(from, from.getPort());
    }

    private static int port(URI from, int told) {
        if (told > 0) {
            return told;
        }
        return "https".equalsIgnoreCase(from.getScheme()) ? 443 : 80;
    }

    /// Whether a host is this machine; names besides `localhost` are not looked up.
    static boolean loopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals(LOCALHOST)) {
            return true;
        }
        var literal =
                name.startsWith("[") && name.endsWith("]")
                        ? name.substring(1, name.length() - 1)
                        : name;
        try {
            return InetAddress.ofLiteral(literal).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
