package dev.cleave.bootstrap.proof.acceptance;

import dev.cleave.bootstrap.proof.running.SharedCleave;
import dev.cleave.bootstrap.proof.shop.Shop;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** What callers are promised, on a system of any placement. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
abstract class Acceptance {

    @Nested
    class OrdersGoTheirWays extends Journeys {
        OrdersGoTheirWays(Shop shop) {
            super(shop);
        }
    }

    @Nested
    class BadInputChangesNothing extends BadInput {
        BadInputChangesNothing(Shop shop) {
            super(shop);
        }
    }

    @Nested
    class RequestsAreRepeated extends Repetitions {
        RequestsAreRepeated(Shop shop) {
            super(shop);
        }
    }

    @Nested
    class NoPieceIsSoldTwice extends LastPieces {
        NoPieceIsSoldTwice(Shop shop) {
            super(shop);
        }
    }

    @Nested
    class ListsAreRead extends Lists {
        ListsAreRead(Shop shop) {
            super(shop);
        }
    }

    @Nested
    class TheSystemIsOperated extends Operating {
        TheSystemIsOperated(Shop shop) {
            super(shop);
        }
    }

    @Nested
    @Order(Integer.MAX_VALUE)
    class TheBooksAgreeInTheEnd extends AddingUp {
        TheBooksAgreeInTheEnd(Shop shop, SharedCleave.RawEvents events) {
            super(shop, events);
        }
    }
}
