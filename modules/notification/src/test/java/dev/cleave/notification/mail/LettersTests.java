package dev.cleave.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.Fact;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTests {

    private static final To ADA = new To("Ada L.", "ada@example.org");

    private final Letters letters = new Letters();

    @Test
    void saysThatAnOrderIsConfirmed() {
        Letter letter = write(Occasion.CONFIRMED, Map.of(), ADA);

        assertThat(letter.email()).isEqualTo("ada@example.org");
        assertThat(letter.subject()).isEqualTo("Your order 4711 is confirmed");
        assertThat(letter.text()).isEqualTo("""
                Hello Ada L.,

                thank you for your order 4711. It is confirmed, and we are getting it ready.
                We will write again as soon as it is on its way.

                Kind regards
                Your shop
                """);
    }

    @Test
    void namesTheTotal() {
        assertThat(write(Occasion.CONFIRMED, Map.of(Fact.TOTAL, "99.90 GBP"), ADA).text())
                .contains("getting it ready.\nThe total: 99.90 GBP\nWe will");
    }

    @Test
    void namesCarrierAndTrackingNumber() {
        assertThat(write(Occasion.DISPATCHED, Map.of(Fact.CARRIER, "Parcelfast", Fact.TRACKING_NUMBER, "PF-1"), ADA).text())
                .contains("your order 4711 has left our warehouse.\n\nCarrier: Parcelfast\nTracking number: PF-1\n");
    }

    @Test
    void saysWhyAnOrderIsRejected() {
        assertThat(write(Occasion.REJECTED, Map.of(Fact.REASON, "It is out of stock."), ADA).text())
                .contains("we can't fulfil your order 4711.\nThe reason: It is out of stock.\n");
        assertThat(write(Occasion.REJECTED, Map.of(Fact.REASON, "out-of-stock"), ADA).text())
                .contains("\nThe reason: out of stock\n");
    }

    @Test
    void saysThatAnOrderIsCancelled() {
        assertThat(write(Occasion.CANCELLED, Map.of(), ADA).text()).contains("your order 4711 is cancelled.\nYou will");
        assertThat(write(Occasion.CANCELLED, Map.of(Fact.REASON, "not-dispatched-in-time"), ADA).text())
                .contains("your order 4711 is cancelled.\nThe reason: not dispatched in time\nYou will");
    }

    @Test
    void namesTheAmountThatIsPaidBack() {
        assertThat(write(Occasion.REFUNDED, Map.of(Fact.AMOUNT, "12.50 GBP"), ADA).text())
                .contains("we have paid back 12.50 GBP for your order 4711.");
    }

    @ParameterizedTest
    @EnumSource
    void writesAWholeLetterWithoutFactsAndWithoutAName(Occasion occasion) {
        Letter letter = write(occasion, Map.of(), new To("", "ada@example.org"));

        assertThat(letter.text()).startsWith("Hello,\n\n").endsWith("Kind regards\nYour shop\n").doesNotContain("%", "null");
        assertThat(letter.subject()).contains("4711");
    }

    @Test
    void takesPercentSignsAsTheyAre() {
        assertThat(write(Occasion.REJECTED, Map.of(Fact.REASON, "100% sold %s"), new To("%d", "ada@example.org")).text())
                .contains("Hello %d,", "The reason: 100% sold %s");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Ada\r\nBcc: eve@example.org", "Ada\nBcc: eve@example.org", "Ada\rBcc: eve@example.org",
        "Ada\u2028Bcc: eve@example.org", "Ada\u0085Bcc: eve@example.org", "Ada\u0000 Bcc: eve@example.org"
    })
    void keepsANameOnOneLine(String name) {
        Letter letter = write(Occasion.CONFIRMED, Map.of(), new To(name, "ada@example.org"));

        assertThat(letter.name()).isEqualTo("Ada Bcc: eve@example.org");
    }

    @Test
    void keepsLettersOfAllAlphabetsInANameButNotWithoutEnd() {
        assertThat(write(Occasion.CONFIRMED, Map.of(), new To("Žofie 李 😀", "ada@example.org")).name())
                .isEqualTo("Žofie 李 😀");
        assertThat(write(Occasion.CONFIRMED, Map.of(), new To("😀".repeat(500), "ada@example.org")).name())
                .isEqualTo("😀".repeat(100));
    }

    private record To(String name, String email) {}

    private Letter write(Occasion occasion, Map<String, String> facts, To to) {
        return letters.write(notice(occasion, facts, to));
    }

    private static TellCustomer notice(Occasion occasion, Map<String, String> facts, To to) {
        return new TellCustomer(
                new NoticeId("4711-1"), new ContactId("ada"), to.name(), to.email(), occasion, "4711", facts);
    }
}
