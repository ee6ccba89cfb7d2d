package dev.cleave.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. What decides is the other end of the connection, as the operating system knows it, whatever else has
 * been made of it since. No header makes a caller local; one that says the request was handed on for somebody elsewhere makes it
 * foreign, so that a proxy on this machine does not lend its place to those whom it serves.
 */
final class Caller {

    private static final String PEER = Caller.class.getName() + ".peer";
    private static final List<String> HANDED_ON = List.of("X-Forwarded-For", "X-Real-IP", "Forwarded");

    private Caller() {}

    /** Notes the other end of the connection; to be done before anybody else sees the request. */
    static void note(HttpServletRequest request, @Nullable String peer) {
        request.setAttribute(PEER, new Noted(isLoopback(peer) && HANDED_ON.stream()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .allMatch(Caller::saysLoopback)));
    }

    /** Whether whoever sent the request is on this machine; not if nobody has noted it. */
    static boolean isOnThisMachine(HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof Noted noted && noted.onThisMachine();
    }

    private static boolean saysLoopback(String handedOnFor) {
        return isLoopback(handedOnFor.strip());
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private record Noted(boolean onThisMachine) {}
}
