package dev.cleave.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import dev.cleave.platform.datastore.DataStores;
import java.util.Comparator;

/** A context is given its own store, and opens no other. */
final class StoresComeFromThePlatform {

    private static final Targets CONNECTIONS = Targets.of(
            "java.sql.DriverManager", "java.sql.Driver", "com.zaxxer.hikari.*", "org.h2.*", "org.postgresql.*",
            "org.springframework.boot.jdbc.DataSourceBuilder",
            "org.springframework.jdbc.datasource.AbstractDriverBasedDataSource", DataStores.class.getName());

    private StoresComeFromThePlatform() {}

    static Rule rule() {
        return Statement.of(
                "stores-come-from-the-platform", Laws.OWN_DATA,
                "A context opens no store but its own",
                "Who opens a connection for itself can open one to another context's data, and nobody backs up, migrates or watches what is behind it.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> type.getAccessesFromSelf().stream()
                        .filter(CONNECTIONS::include)
                        .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                        .map(access -> new Violation(
                                code.at(access),
                                CodeNames.of(access.getOrigin()) + " " + CodeNames.inWords(access)
                                        + ", and so opens a store that is not the context's own.",
                                "Take a JdbcClient by the constructor: it is that of the context's own store.")));
    }
}
