package dev.cleave.deployment.up;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of this machine. Each is given out once, so that two processes that start together get different ones. */
final class Ports {

    private static final int PATIENCE_MS = 1000;
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1000;

    private final Set<Integer> given = new HashSet<>();

    /**
     * Any free port, below those that the operating system gives out itself: it takes a process a while to listen, and nobody else
     * should come by the port meanwhile.
     */
    synchronized int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new CannotStart("No port between " + LOWEST + " and " + HIGHEST + " of this machine is free.");
    }

    /** A certain port if it is free, otherwise any other. */
    synchronized int preferably(int port) {
        return !given.contains(port) && isFree(port) && given.add(port) ? port : any();
    }

    /** Whether nobody listens on a port, on the loopback address or on all. */
    static boolean isFree(int port) {
        try (ServerSocket all = new ServerSocket()) {
            all.setReuseAddress(true);
            all.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            return false;
        }
        return !answers("127.0.0.1", port);
    }

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
