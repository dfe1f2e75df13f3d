package dev.superbill.adapter.quarkus;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Turns OpenID Connect on where the address of a provider is set, and else leaves it off: the
/// extension does not start without one.
public final class ProviderSwitch implements ConfigSourceFactory {
    private static final String ADDRESS = "quarkus.oidc.auth-server-url";
    private static final String SWITCH = "quarkus.oidc.tenant-enabled";

    /// Above the program's own properties, below those of the environment.
    private static final int ORDINAL = 255;

    /// For the service loader.
    public ProviderSwitch() {}

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var address = context.getValue(ADDRESS).getValue();
        boolean set = address != null && !address.isBlank();
        return List.of(
                new PropertiesConfigSource(
                        Map.of(SWITCH, String.valueOf(set)), "provider-switch", ORDINAL));
    }
}
