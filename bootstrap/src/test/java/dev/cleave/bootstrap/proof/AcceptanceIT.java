package dev.cleave.bootstrap.proof;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are promised, on a system of any placement: {@code -Dcleave.url} says where, else one is started here. */
@ExtendWith(SharedCleave.class)
class AcceptanceIT {

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
}
