package dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.nocyclebetweencontexts.broken.orders.api.OrderPlaced;

class Shelf {

    String on(OrderPlaced event) {
        return event.product();
    }
}
