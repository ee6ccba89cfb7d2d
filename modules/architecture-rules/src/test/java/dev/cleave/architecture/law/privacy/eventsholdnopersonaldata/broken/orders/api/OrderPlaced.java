package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api;

import dev.cleave.architecture.law.Caught;
import java.util.List;

public record OrderPlaced(String order, @Caught List<Line> lines, @Caught String email) {

    public record Line(String product, Gift gift) {}
}
