package dev.cleave.deployment.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks processes of this machine how they are. */
final class Asking implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** The body of a 200, or nothing. */
    Optional<String> get(int port, String path, Duration patience) {
        @Nullable HttpResponse<String> answer = ask(port, path, patience);
        return answer == null || answer.statusCode() != 200 ? Optional.empty() : Optional.of(answer.body());
    }

    /** Whether something answers at all, and with 200. */
    boolean isWell(int port, String path, Duration patience) {
        return get(port, path, patience).isPresent();
    }

    private @Nullable HttpResponse<String> ask(int port, String path, Duration patience) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(patience)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException nobody) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
