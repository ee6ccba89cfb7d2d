package dev.cleave.platform.operations;

import java.net.URI;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a running system, with or without a path that it is served below. */
public final class SystemAddress {

    private SystemAddress() {}

    /** What is wrong with an address, to be said behind the option's name; empty if nothing is. */
    public static Optional<String> fault(URI address) {
        if (!"http".equalsIgnoreCase(address.getScheme()) && !"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.of("must begin with http:// or https://");
        }
        if (address.getHost() == null || address.getPort() > 65_535) {
            return Optional.of(
                    "must name a host that can be looked up, and a port up to 65535: http://localhost:8080, http://[::1]:8080");
        }
        return address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null
                ? Optional.empty() : Optional.of("must be the system's own address, without user, query or fragment");
    }

    /**
     * An address in the system.
     *
     * @param path beginning with a slash, encoded; with a query or not
     */
    public static URI below(URI system, String path) {
        String base = UriComponentsBuilder.fromUri(system).replaceQuery(null).fragment(null).build(true).toUriString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
