package dev.cleave.architecturetests.counterexamples.stores.broken.stock;

import dev.cleave.platform.datastore.DataStores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Shelf {

    Object aside(DataStores stores) {
        return stores.open("aside", "db/aside");
    }

    Connection byHand() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shelf");
    }

    Object others(DataStores stores) {
        return stores.ofContext("orders");
    }
}
