package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.nearmiss.stock.shelf;

import dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.nearmiss.stock.api.Place;
import java.io.File;

class Shelf {

    boolean isDrawn(Place place) {
        return new File(place.row()).exists();
    }
}
