package dev.cleave.architecture.law.placement.noplaceasked.nearmiss.stock.shelf;

import java.net.InetAddress;
import org.springframework.core.env.Environment;

class Shelf {

    int rows(Environment environment) {
        return environment.getProperty("stock.rows", Integer.class, 3);
    }

    boolean isInside(InetAddress caller) {
        return caller.isLoopbackAddress();
    }

    int rowsOfThisProfile() {
        return 4;
    }
}
