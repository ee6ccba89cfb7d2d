package dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.stock.shelf;

import dev.cleave.architecture.law.messages.nocyclebetweencontexts.broken.orders.api.OrderPlaced;

class Shelf {

    String on(OrderPlaced event) {
        return event.product();
    }
}
