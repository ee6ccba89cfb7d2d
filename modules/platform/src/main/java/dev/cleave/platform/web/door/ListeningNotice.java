package dev.cleave.platform.web.door;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Says at the start who can reach the system. */
public final class ListeningNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningNotice.class);

    private final ServerProperties server;

    public ListeningNotice(ServerProperties server) {
        this.server = server;
    }

    @EventListener
    void on(ServletWebServerInitializedEvent started) {
        int port = started.getWebServer().getPort();
        InetAddress address = server.getAddress();
        if (address != null && address.isLoopbackAddress()) {
            LOG.info(
                    "Listening on {} only, because there is no sign-in yet and whoever reaches the system may do everything."
                            + " To listen elsewhere, set cleave.web.listen to an address, or to 0.0.0.0 for all.",
                    OwnAddress.of(address.getHostAddress(), port, "").getRawAuthority());
        } else {
            LOG.warn(
                    "Listening on {} without sign-in: whoever reaches it may do everything. Let only those reach it who may.",
                    address == null || address.isAnyLocalAddress() ? "all addresses, port " + port
                            : OwnAddress.of(address.getHostAddress(), port, "").getRawAuthority());
        }
    }
}
