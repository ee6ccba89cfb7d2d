package dev.cleave.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "cleave.data-directory=target/paging-tests/${random.uuid}")
class PagingTests {

    private HttpCaller http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new HttpCaller(port);
    }

    @Test
    void leadsThroughAListFromPageToPage() {
        List<Integer> seen = new ArrayList<>();
        @Nullable String next = null;
        int pages = 0;
        do {
            JsonNode page = http.get("/api/shop/things?limit=300" + (next == null ? "" : "&after=" + next)).json();
            page.get("items").forEach(item -> seen.add(item.intValue()));
            next = page.get("next").isNull() ? null : page.get("next").stringValue();
            pages++;
        } while (next != null);
        assertThat(seen).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void answersFiftyItemsUnlessAskedForMore() {
        assertThat(http.get("/api/shop/things").json().get("items").size()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "1.5", "x", "99999999999", "0x10", "%201"})
    void refusesALimitOutOfRange(String limit) {
        assertThat(code(http.get("/api/shop/things?limit=" + limit))).isEqualTo("malformed-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc", "%20", "__8", "bm9uc2Vuc2U"})
    void refusesACursorThatWasNotGivenOut(String cursor) {
        assertThat(code(http.get("/api/shop/things?after=" + cursor))).isEqualTo("malformed-cursor");
    }

    @Test
    void readsBackTheValuesOfACursor() {
        Cursor cursor = Cursor.of("2026-01-01T00:00:00Z", "ä/+ ", 7, "");
        assertThat(Cursor.parse(cursor.toString(), 4)).isEqualTo(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(cursor.number(2)).isEqualTo(7);
        assertThatThrownBy(() -> Cursor.parse(cursor.toString(), 3)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> Cursor.parse("a".repeat(2_000))).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(FailureException.class);
    }

    private static String code(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return reply.json().get("code").stringValue();
    }
}
