package dev.cleave.shipping.overview;

import dev.cleave.catalog.api.Sku;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.overview.ShipmentEntry.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Parcels in one column, as {@code 85123A 6,71053 12}: a shipment of hundreds of lines stays one row. */
final class ParcelText {

    private ParcelText() {}

    static String of(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> parcel.sku().value() + " " + parcel.quantity())
                .collect(Collectors.joining(","));
    }

    static List<Piece> parse(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(",")).map(ParcelText::one).toList();
    }

    private static Piece one(String text) {
        int space = text.indexOf(' ');
        return new Piece(new Sku(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }
}
