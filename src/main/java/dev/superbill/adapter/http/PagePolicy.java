package dev.superbill.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// With an identity provider, pages send whoever is not signed in to it. The interface answers for
/// itself, with a problem; what tells the health of the server is for everybody who reaches it.
@Singleton
public class PagePolicy implements HttpSecurityPolicy {
    private final Access access;

    /// @param access who may come
    public PagePolicy(Access access) {
        this.access = access;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context,
            Uni<SecurityIdentity> identity,
            AuthorizationRequestContext request) {
        var path = context.normalizedPath();
        if (access.mode() != Access.Mode.PROVIDER
                || path.equals("/v1")
                || path.startsWith("/v1/")
                || path.startsWith("/q/")) {
            return CheckResult.permit();
        }
        return identity.map(known -> known.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
