package dev.cleave.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.Fact;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.test.ContextTest;
import dev.cleave.platform.test.RawStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Notification alone and without a mail server; the tests stand for ordering. */
@ContextTest
class OutboxTests {

    private static final String NAME = "Ottoline Quisling";
    private static final String EMAIL = "ottoline@brobdingnag.example";

    @Autowired
    private Commands commands;

    @Autowired
    private DataStores stores;

    @LocalServerPort
    private int port;

    private RestTestClient http;
    private final String order = UUID.randomUUID().toString();
    private final ContactId customer = new ContactId(UUID.randomUUID().toString());

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/notification/outbox").build();
    }

    @Test
    void keepsTheMailsThatWouldBeSent() {
        tell("confirmed", Occasion.CONFIRMED, Map.of(Fact.TOTAL, "99.90 GBP"));
        awaitMails(1);
        tell("dispatched", Occasion.DISPATCHED, Map.of(Fact.CARRIER, "Parcelfast", Fact.TRACKING_NUMBER, "PF-1"));
        awaitMails(2);

        http.get().uri("?order=" + order).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].notice").isEqualTo(order + ":confirmed")
                .jsonPath("$.items[0].order").isEqualTo(order)
                .jsonPath("$.items[0].customer").isEqualTo(customer.value())
                .jsonPath("$.items[0].occasion").isEqualTo("confirmed")
                .jsonPath("$.items[0].status").isEqualTo("kept")
                .jsonPath("$.items[0].to.name").isEqualTo(NAME)
                .jsonPath("$.items[0].to.email").isEqualTo(EMAIL)
                .jsonPath("$.items[0].subject").isEqualTo("Your order " + order + " is confirmed")
                .jsonPath("$.items[1].occasion").isEqualTo("dispatched")
                .jsonPath("$.items[1].text")
                .value(text -> assertThat((String) text).contains("Carrier: Parcelfast\nTracking number: PF-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg@example.com", "\"ottoline quisling\"@example.org", "ottoline@straße.example", "o@[192.0.2.1]"})
    void keepsAMailToEveryAddressThatAnOrderIsTakenWith(String address) {
        commands.require(told("confirmed", new MailAddress(address).value()));

        awaitMails(1);
        http.get().uri("?order=" + order).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].status").isEqualTo("kept")
                .jsonPath("$.items[0].to.email").isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ottoline", "ottoline@example.org, eve@example.org", "ottoline@exa_mple.org"})
    void showsAMailToNoAddressAsDropped(String address) {
        commands.require(told("confirmed", address));
        commands.require(told("confirmed", address));

        awaitMails(1);
        http.get().uri("?order=" + order).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].status").isEqualTo("dropped")
                .jsonPath("$.items[0].reason").isEqualTo("address-not-valid")
                .jsonPath("$.items[0].to.email").isEqualTo(address);
        assertThat(raw().rowsWith("NoticeDropped")).filteredOn(row -> row.contains(order)).hasSize(1);

        commands.require(new EraseContact(customer));
        assertThat(mails("?order=" + order).items()).isEmpty();
    }

    private TellCustomer told(String occasion, String address) {
        return new TellCustomer(
                new NoticeId(order + ":" + occasion), customer, NAME, address, Occasion.CONFIRMED, order, Map.of());
    }

    @Test
    void keepsOneMailPerOccasion() {
        tell("confirmed", Occasion.CONFIRMED, Map.of());
        tell("confirmed", Occasion.CONFIRMED, Map.of());
        tell("cancelled", Occasion.CANCELLED, Map.of());

        awaitMails(2);
        assertThat(raw().rowsWith("NoticeKept")).filteredOn(row -> row.contains(order)).hasSize(2);
    }

    @Test
    void takesOneEventAndNoGatewayForAMailThatIsKept() {
        tell("confirmed", Occasion.CONFIRMED, Map.of());
        awaitMails(1);

        assertThat(raw().rowsWith(order + ":confirmed")).filteredOn(row -> row.startsWith("events."))
                .singleElement().asString().contains("NoticeKept");
        assertThat(raw().rowsWith(order + ":confirmed")).filteredOn(row -> row.startsWith("notification.")).hasSize(1);
    }

    @Test
    void pagesThroughTheMailsOfACustomer() {
        for (int i = 0; i < 5; i++) {
            tell("refund:" + i, Occasion.REFUNDED, Map.of(Fact.AMOUNT, "1.00 GBP"));
        }
        awaitMails(5);

        List<String> seen = pages("");
        assertThat(seen).containsExactlyInAnyOrder(
                order + ":refund:0", order + ":refund:1", order + ":refund:2", order + ":refund:3", order + ":refund:4");
        assertThat(pages("&sequence=newest")).isEqualTo(seen.reversed());
        http.get().uri("?sequence=random").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.code").isEqualTo("malformed-sequence");
        http.get().uri("?after=nonsense").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.code").isEqualTo("malformed-cursor");
    }

    private List<String> pages(String sequence) {
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Mails page = mails("?limit=2&customer=" + customer.value() + sequence + after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(mail -> seen.add(mail.notice()));
            after = page.next() == null ? null : "&after=" + page.next();
        }
        return seen;
    }

    @Test
    void forgetsEverythingPersonalOfAnErasedContact() {
        tell("confirmed", Occasion.CONFIRMED, Map.of());
        awaitMails(1);
        awaitOwnEvent("NoticeKept");
        assertThat(personalRowsOfThisCustomer()).isNotEmpty().allMatch(row -> row.startsWith("notification.mail:"));

        commands.require(new EraseContact(customer));
        commands.require(new EraseContact(customer));

        assertThat(mails("?customer=" + customer.value()).items()).isEmpty();
        assertThat(mails("?order=" + order).items()).isEmpty();
        assertThat(personalRowsOfThisCustomer()).isEmpty();

        tell("dispatched", Occasion.DISPATCHED, Map.of());
        awaitOwnEvent("NoticeDropped");
        assertThat(mails("?order=" + order).items()).isEmpty();
        assertThat(personalRowsOfThisCustomer()).isEmpty();
    }

    @Test
    void letsNothingPersonalIntoAnyEvent() {
        tell("confirmed", Occasion.CONFIRMED, Map.of());
        awaitOwnEvent("NoticeKept");

        for (String personal : List.of(NAME, EMAIL)) {
            assertThat(raw().rowsWith(personal)).isNotEmpty().noneMatch(row -> row.startsWith("events."));
        }
    }

    private void tell(String occasion, Occasion kind, Map<String, String> facts) {
        commands.require(new TellCustomer(
                new NoticeId(order + ":" + occasion), customer, NAME, EMAIL, kind, order, facts));
    }

    private void awaitMails(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> mails("?order=" + order).items().size() == count);
    }

    private void awaitOwnEvent(String type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> raw().rowsWith(type).stream().anyMatch(row -> row.contains(order)));
    }

    private List<String> personalRowsOfThisCustomer() {
        return raw().rowsWith(NAME).stream().filter(row -> row.contains(order) || row.contains(customer.value())).toList();
    }

    private Mails mails(String query) {
        return http.get().uri(query).exchange().expectStatus().isOk()
                .expectBody(Mails.class).returnResult().getResponseBody();
    }

    record Mails(List<Mail> items, String next) {
        record Mail(String notice) {}
    }

    private RawStores raw() {
        return new RawStores(stores);
    }
}
