package dev.cleave.bootstrap.proof.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Deeds.Deed;
import dev.cleave.bootstrap.proof.shop.History.Event;
import dev.cleave.bootstrap.proof.shop.Shop.Ledger;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever checks is checked: a sound history passes, and each way of being unsound is noticed. */
class InvariantsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MONEY = "{\"amount\":\"6.00\",\"currency\":\"GBP\"}";

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, JsonNode> stock = new HashMap<>();
    private final Map<String, JsonNode> orders = new HashMap<>();
    private final Map<String, JsonNode> payments = new HashMap<>();
    private final List<JsonNode> ledger = new ArrayList<>();

    InvariantsTests() {
        happened("warehouse:main", "inventory.StockReceived", "{'sku':'a','quantity':5,'reference':'r'}");
        happened("order:1", "ordering.OrderPlaced",
                "{'order':'1','customer':'c','lines':[{'sku':'a','quantity':2}],'total':" + MONEY + ",'paymentToken':'t'}");
        happened("warehouse:main", "inventory.StockReserved", "{'reservation':'1','lines':[{'sku':'a','quantity':2}]}");
        happened("order:1", "ordering.OrderReserved", "{'order':'1'}");
        happened("payment:1", "payment.AuthorisationRequested", "{'payment':'1','attempt':1,'amount':" + MONEY + "}");
        happened("payment:1", "payment.PaymentCaptured", "{'payment':'1','amount':" + MONEY + "}");
        happened("order:1", "ordering.OrderConfirmed", "{'order':'1'}");
        happened("order:1", "ordering.OrderCharged", "{'order':'1'}");
        happened("order:1", "ordering.OrderShipped", "{'order':'1'}");
        happened("warehouse:main", "inventory.ReservationShipped", "{'reservation':'1','lines':[{'sku':'a','quantity':2}]}");
        happened("order:1", "ordering.OrderCompleted", "{'order':'1'}");
        shows(stock, "a", "{'onHand':3,'reserved':0,'received':5,'adjusted':0,'shipped':2,'returned':0,'available':3}");
        shows(orders, "1", "{'orderId':'1','customerId':'c','status':'completed','reason':null,'total':" + MONEY
                + ",'lines':[{'sku':'a','quantity':2}],'refunded':{'amount':'0.00','currency':'GBP'},'returned':[],'timeline':["
                + "{'what':'placed'},{'what':'reserved'},{'what':'confirmed'},{'what':'charged'},{'what':'shipped'},"
                + "{'what':'completed'}]}");
        shows(payments, "1", "{'status':'captured','amount':" + MONEY + ",'captured':" + MONEY + ",'refunded':null}");
        entered("authorisation");
        entered("capture");
    }

    @Test
    void aSoundHistoryPasses() {
        assertThat(breaches()).isEmpty();
    }

    @Test
    void aMissingEventIsNoticed() {
        events.remove(5);
        assertThat(breaches()).anyMatch(breach -> breach.startsWith("invariant 1: position 6 follows 4"));
    }

    @Test
    void anEventStoredTwiceIsNoticed() {
        Event last = events.getLast();
        events.add(new Event(last.position() + 1, "other", 0, "catalog.ProductRetired", last.payload(), last.identifier()));
        assertThat(breaches()).anyMatch(breach -> breach.contains("was stored before"));
    }

    @Test
    void aMomentOfOversellingIsNoticedThoughItPasses() {
        happened("warehouse:main", "inventory.StockReserved", "{'reservation':'2','lines':[{'sku':'a','quantity':4}]}");
        happened("warehouse:main", "inventory.ReservationReleased", "{'reservation':'2','lines':[{'sku':'a','quantity':4}]}");
        assertThat(breaches()).singleElement().asString().startsWith("invariant 2: after the event at 11");
    }

    @Test
    void piecesThatAreReservedForNobodyAreNoticed() {
        happened("warehouse:main", "inventory.StockReserved", "{'reservation':'2','lines':[{'sku':'a','quantity':1}]}");
        shows(stock, "a", "{'onHand':3,'reserved':1,'received':5,'adjusted':0,'shipped':2,'returned':0,'available':2}");
        assertThat(breaches()).singleElement().asString().startsWith("invariant 2: a is reserved for nobody");
    }

    @Test
    void aSecondChargeIsNoticed() {
        entered("capture");
        assertThat(breaches()).anyMatch(breach -> breach.startsWith("invariant 3: order 1 was charged 2 times"));
    }

    @Test
    void aChargeThatWasNeverMadeIsNoticed() {
        ledger.removeLast();
        assertThat(breaches()).anyMatch(breach -> breach.startsWith("invariant 3: completed order 1 is charged 0"));
    }

    @Test
    void aRefundThatTheShopKnowsNothingOfIsNoticed() {
        entered("refund");
        assertThat(breaches()).anyMatch(breach -> breach.startsWith("invariant 3: completed order 1 is charged 0.00, not 6.00"));
    }

    @Test
    void moneySetAsideForAnEndedOrderIsNoticed() {
        entered("authorisation");
        assertThat(breaches()).anyMatch(breach -> breach.contains("still has 6.00 set aside"));
    }

    @Test
    void anOrderThatDoesNotEndIsNoticed() {
        events.removeLast();
        assertThat(breaches()).anyMatch(breach -> breach.startsWith("invariant 4: order 1 does not end"));
    }

    @Test
    void aViewThatDiffersIsNoticed() {
        shows(stock, "a", "{'onHand':4,'reserved':0,'received':6,'adjusted':0,'shipped':2,'returned':0,'available':4}");
        payments.clear();
        assertThat(breaches()).hasSize(2).allMatch(breach -> breach.startsWith("invariant 5: "));
    }

    @Test
    void whatWasAcknowledgedMustHaveHappenedOnce() {
        Deeds deeds = new Deeds(new Shop(() -> URI.create("http://127.0.0.1:1")));
        deeds.ask(Deed.cancel("1"));
        assertThat(deeds.breaches(new History(List.of()))).containsExactly("invariant 1: was never answered: cancelled 1");

        assertThat(new Deeds(new Shop(() -> URI.create("http://127.0.0.1:1"))).breaches(new History(events)))
                .containsExactly(
                        "invariant 1: happened and was not acknowledged: placed 1 {a=2} t",
                        "invariant 1: happened and was not acknowledged: received 5 a r");
    }

    private List<String> breaches() {
        return Invariants.breaches(
                new Observed(Map.of(), stock, orders, payments, Map.of(), Ledger.of(ledger)), new History(events));
    }

    private void happened(String aggregate, String type, String payload) {
        long sequence = sequences.merge(aggregate, 0L, (was, start) -> was + 1);
        events.add(new Event(events.size(), aggregate, sequence, type, json(payload), "event-" + events.size()));
    }

    private static void shows(Map<String, JsonNode> view, String id, String item) {
        view.put(id, json(item));
    }

    private void entered(String kind) {
        ledger.add(json("{'payment':'1','kind':'" + kind + "','outcome':'approved','amount':" + MONEY + "}"));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
