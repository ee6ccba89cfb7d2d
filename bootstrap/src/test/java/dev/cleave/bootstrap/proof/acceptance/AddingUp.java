package dev.cleave.bootstrap.proof.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.SharedCleave;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Invariants;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Shop;
import org.junit.jupiter.api.Test;

/** After all that was done to the system, its books agree: views, raw events, and the provider's ledger. */
abstract class AddingUp {

    private final Shop shop;
    private final SharedCleave.RawEvents events;

    AddingUp(Shop shop, SharedCleave.RawEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void viewsEventsAndLedgerAgree() {
        Observed seen = Observed.settled(shop);
        History history = events.get();
        assertThat(history.events()).hasSizeGreaterThan(1_000);
        assertThat(Invariants.breaches(seen, history))
                .as("breaches, but for orders that nobody saw through")
                .allMatch(breach -> breach.startsWith("invariant 4"));
    }
}
