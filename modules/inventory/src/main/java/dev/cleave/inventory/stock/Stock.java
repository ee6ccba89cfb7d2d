package dev.cleave.inventory.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cleave.catalog.api.Sku;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a warehouse has of a product, in pieces.
 *
 * @param product how the product stands in the catalogue, as far as inventory has heard
 */
public record Stock(
        @Schema(example = "85123A") Sku sku,
        @Schema(example = "for-sale", allowableValues = {
            "for-sale", "retired", "unknown"}) String product,
        @Schema(example = "118") long onHand,
        @Schema(example = "6") long reserved,
        @Schema(example = "120") long received,
        @Schema(example = "-2") long adjusted,
        @Schema(example = "0") long shipped,
        @Schema(example = "0") long returned) {

    @Schema(example = "112")
    @JsonProperty
    long available() {
        return onHand - reserved;
    }
}
