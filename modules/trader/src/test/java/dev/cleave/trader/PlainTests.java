package dev.cleave.trader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTests {

    @Test
    void aPlainNumberStaysAsItIs() {
        assertThat(Plain.of("CA-2018-152156")).isEqualTo("CA-2018-152156");
    }

    @Test
    void noTwoNumbersBecomeOneAndAllFitIntoHeadersIdentifiersAndAddresses() {
        List<String> numbers =
                List.of("Ä1", "Ö1", "?1", "1", "#1", "1 ", "", "a:b", "a_b", "a.b", "a..b", "x\r\ny: z", "ada@example.org",
                        "1".repeat(50), "1".repeat(51), "😀", Plain.of("Ä1"));

        assertThat(numbers.stream().map(Plain::of).collect(Collectors.toSet())).hasSize(numbers.size())
                .allMatch(plain -> plain.matches("[A-Za-z0-9_-]{1,50}"));
        assertThat(Plain.of("ada@example.org")).doesNotContain("ada");
    }

    @Test
    void keysOfDifferentDeedsDiffer() {
        Settings settings =
                new Settings(java.net.URI.create("http://x"), java.net.URI.create("http://x"), 0, 1, Settings.Stock.PLENTY,
                        Settings.Payments.OK, 1, "file-run", "run", false, true, java.time.Duration.ofSeconds(1));

        assertThat(settings.key("return", "5", "order")).isNotEqualTo(settings.key("order", "5"));
        assertThat(settings.key("return", "1:2", "3")).isNotEqualTo(settings.key("return", "1", "2:3"));
        assertThat(settings.key("return", "1-2", "3")).isNotEqualTo(settings.key("return", "1", "2-3"));
    }
}
