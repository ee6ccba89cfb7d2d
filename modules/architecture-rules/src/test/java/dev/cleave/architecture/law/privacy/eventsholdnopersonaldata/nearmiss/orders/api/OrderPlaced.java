package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api;

import java.util.List;

public record OrderPlaced(String order, CustomerId customer, List<Line> lines) {

    static final String EMAIL = "email";

    public record CustomerId(String value) {}

    public record Line(String name, int quantity) {}
}
