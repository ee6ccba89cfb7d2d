package dev.cleave.bootstrap.architecture.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Targets;
import dev.cleave.platform.datastore.DataStores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A context is given its own store, and opens no other. */
final class StoresComeFromThePlatform implements Rule {

    private static final Targets CONNECTIONS = Targets.of(
            "java.sql.DriverManager", "java.sql.Driver", "com.zaxxer.hikari.*", "org.h2.*", "org.postgresql.*",
            "org.springframework.boot.jdbc.DataSourceBuilder",
            "org.springframework.jdbc.datasource.AbstractDriverBasedDataSource", DataStores.class.getName());

    @Override
    public String id() {
        return "stores-come-from-the-platform";
    }

    @Override
    public String law() {
        return Laws.OWN_DATA;
    }

    @Override
    public String sentence() {
        return "A context opens no store but its own";
    }

    @Override
    public String reason() {
        return "Who opens a connection for itself can open one to another context's data, and nobody backs up, migrates or watches what is behind it.";
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("classes", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            examined.merge("classes", context.classes().size(), Integer::sum);
            context.classes().stream()
                    .flatMap(type -> type.getAccessesFromSelf().stream())
                    .filter(CONNECTIONS::include)
                    .sorted(Comparator.comparing((JavaAccess<?> access) -> access.getOriginOwner().getName())
                            .thenComparingInt(JavaAccess::getLineNumber))
                    .forEach(access -> violations.add(violation(code, access)));
        }
        return new Examination(examined, violations);
    }

    private static Violation violation(SystemCode code, JavaAccess<?> access) {
        JavaClass type = access.getOriginOwner();
        String called = access.getTarget().getName();
        return new Violation(
                code.at(type, access.getOrigin().getName(), access.getSourceCodeLocation()),
                type.getSimpleName() + "." + access.getOrigin().getName()
                        + (called.equals("<init>") ? " makes a " : " calls ")
                        + access.getTargetOwner().getSimpleName() + (called.equals("<init>") ? "" : "." + called)
                        + ", and so opens a store that is not the context's own.",
                "Take a JdbcClient by the constructor: it is that of the context's own store.");
    }
}
