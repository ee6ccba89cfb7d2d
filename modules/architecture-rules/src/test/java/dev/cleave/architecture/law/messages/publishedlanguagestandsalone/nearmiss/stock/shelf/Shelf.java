package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.shelf;

import dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api.Place;
import java.io.File;

class Shelf {

    boolean isDrawn(Place place) {
        return new File(place.row()).exists();
    }
}
