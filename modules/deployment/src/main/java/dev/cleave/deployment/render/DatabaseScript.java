package dev.cleave.deployment.render;

import dev.cleave.deployment.UnitNeeds;
import java.util.ArrayList;
import java.util.List;

/** What psql is to carry out in a new PostgreSQL: a database and a user per store, with passwords from the environment. */
final class DatabaseScript {

    static final String FILE = "databases.sql";

    private DatabaseScript() {}

    static String of(Site site) {
        List<String> lines = new ArrayList<>();
        lines.add("-- " + Rendering.notice(site));
        for (String database : site.databases()) {
            lines.add("");
            lines.add("\\getenv password " + UnitNeeds.passwordVariable(database));
            lines.add("CREATE ROLE " + database + " LOGIN PASSWORD :'password';");
            lines.add("CREATE DATABASE " + database + " OWNER " + database + ";");
            lines.add("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC;");
        }
        return String.join("\n", lines) + "\n";
    }
}
