package dev.cleave.platform.web.door;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** Where this process itself can be reached from its own machine. */
public final class OwnAddress {

    private static final String LOOPBACK = "127.0.0.1";

    private OwnAddress() {}

    /**
     * The address of a path in this process.
     *
     * @param path begins with a slash
     * @throws IllegalStateException if its web server has not started
     */
    public static URI of(Environment environment, String path) {
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (port == null) {
            throw new IllegalStateException("The web server has not started");
        }
        return of(environment.getProperty("server.address", LOOPBACK), port,
                environment.getProperty("server.servlet.context-path", "") + path);
    }

    static URI of(String host, int port, String path) {
        try {
            String reachable = InetAddress.getByName(host).isAnyLocalAddress() ? LOOPBACK : host;
            // This constructor sets IPv6 addresses in brackets.
            return new URI("http", null, reachable, port, path, null, null);
        } catch (UnknownHostException | URISyntaxException e) {
            throw new IllegalStateException("This process can't be reached at " + host + ":" + port, e);
        }
    }
}
