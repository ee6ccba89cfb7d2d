package dev.cleave.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that says what a test wants: to each command (by its first word, {@code GREETING} before the first and
 * {@code .} after the mail's end) the scripted reply, else that of a server that takes everything. {@link #SILENCE} is none.
 */
final class ScriptedMailServer implements AutoCloseable {

    static final String SILENCE = "";
    static final String HANG_UP = "-";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedMailServer(Map<String, String> script) throws IOException {
        this(0, script);
    }

    ScriptedMailServer(int port, Map<String, String> script) throws IOException {
        this.socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every command that came, letters beyond ASCII read as UTF-8. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client or the test has gone.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        if (!reply(client, "GREETING", "220 here")) {
            return;
        }
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail) {
                if (!line.equals(".")) {
                    continue;
                }
                inMail = false;
            }
            heard.add(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            String word = line.split(" ")[0].toUpperCase(Locale.ROOT);
            inMail = word.equals("DATA") && !script.containsKey("DATA");
            if (!reply(client, word, inMail ? "354 go on" : "250 fine")) {
                return;
            }
        }
    }

    private boolean reply(Socket client, String word, String usual) throws IOException {
        String reply = script.getOrDefault(word, usual);
        if (reply.equals(HANG_UP)) {
            return false;
        }
        if (!reply.equals(SILENCE)) {
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
