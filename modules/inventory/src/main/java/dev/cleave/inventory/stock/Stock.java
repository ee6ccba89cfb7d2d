package dev.cleave.inventory.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cleave.catalog.api.Sku;

record Stock(Sku sku, long onHand, long reserved, long received, long adjusted, long shipped, long returned) {

    @JsonProperty
    long available() {
        return onHand - reserved;
    }
}
