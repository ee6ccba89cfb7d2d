package dev.cleave.bootstrap.proof;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What depends on the stores, with each of them in a PostgreSQL database of its own. */
@ExtendWith(SharedCleave.OnPostgres.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class PostgresIT {

    @Nested
    class OrdersGoTheirWays extends Journeys {
        OrdersGoTheirWays(Shop shop) {
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
