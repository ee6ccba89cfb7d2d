package dev.cleave.platform.web.door;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the system may be called. A page of somebody else's whose name leads to this machine (DNS rebinding) would
 * otherwise be served as one of ours.
 *
 * @param names beside {@code localhost} and the addresses of this machine, in lower case
 */
public record Hosts(List<String> names) {

    public Hosts {
        names = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Whether a request that was called so is ours. Where no names are given, those that arrive over the network may be called
     * anything, because nobody here knows how the network calls this machine.
     *
     * @param host the request's host without a port; an IPv6 address in brackets
     * @param arrivedAt the address of this machine that the request arrived at
     */
    public boolean include(String host, @Nullable String arrivedAt) {
        InetAddress here = literal(arrivedAt);
        boolean overLoopback = here == null || here.isLoopbackAddress();
        if (!overLoopback && names.isEmpty()) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || names.contains(name)) {
            return true;
        }
        InetAddress called = literal(name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
        return called != null && (called.isLoopbackAddress() || called.equals(here));
    }

    private static @Nullable InetAddress literal(@Nullable String address) {
        try {
            return address == null ? null : InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException aName) {
            return null;
        }
    }
}
