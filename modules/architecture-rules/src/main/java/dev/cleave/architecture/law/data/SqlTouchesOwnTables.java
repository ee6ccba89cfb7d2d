package dev.cleave.architecture.law.data;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.cleave.architecture.bytecode.Literal;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.Sql;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import dev.cleave.architecture.uses.CodeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The tables that a context's migrations and statements name are its own. Looked at are the scripts, the string constants of its classes
 * and the queries of its repositories; a statement that a library makes is not seen.
 */
final class SqlTouchesOwnTables {

    private static final Set<String> QUERIES = Set.of(
            "org.springframework.data.jdbc.repository.query.Query", "org.springframework.data.r2dbc.repository.Query",
            "org.springframework.data.jpa.repository.NativeQuery");
    private static final String SIMPLE_JDBC = "org.springframework.jdbc.core.simple.";
    /** How many lines a table's name may stand from where it is given. */
    private static final int NEAR = 4;
    private static final Set<String> EVERYBODYS = Set.of("information_schema", "pg_catalog");

    private SqlTouchesOwnTables() {}

    static Rule rule() {
        return Statement.of(
                "sql-touches-own-tables", Laws.OWN_DATA,
                "The SQL of a context touches only its own tables",
                "A table that two contexts use is a message that neither has published. It works only as long as both use one database, and each change"
                        + " in one context can break the other.")
                .examinedBy(SqlTouchesOwnTables::examine)
                .orNone();
    }

    private static Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        List.of("statements", "tables", "migrations").forEach(thing -> examined.put(thing, 0));
        List<Violation> violations = new ArrayList<>();
        Map<String, String> owners = new LinkedHashMap<>();
        code.model().contexts().forEach(context -> tables(context).forEach(
                table -> owners.putIfAbsent(table, context.name())));
        for (ContextModel context : code.model().contexts()) {
            List<String> tables = tables(context);
            if (tables.isEmpty() && migrations(context).isEmpty() && owners.isEmpty()) {
                continue;
            }
            Owned owned = new Owned(
                    context, Set.copyOf(tables), Set.copyOf(context.store().platformTables()), owners);
            examined.merge("tables", tables.size(), Integer::sum);
            examined.merge("migrations", migrations(context).size(), Integer::sum);
            violations.addAll(migrations(code, owned));
            code.contexts().stream()
                    .filter(each -> each.name().equals(context.name()))
                    .forEach(each -> statements(code, each, owned, examined, violations));
        }
        return new Examination(examined, violations);
    }

    private record Owned(ContextModel context, Set<String> tables, Set<String> platform, Map<String, String> owners) {

        /** A name with a schema is the own table of that name if the schema is called like the context. */
        boolean holds(String table) {
            int dot = table.lastIndexOf('.');
            String schema = dot < 0 ? "" : table.substring(0, dot);
            String name = table.substring(dot + 1);
            return EVERYBODYS.contains(schema)
                    || (schema.isEmpty() || schema.equals(context.name()) || schema.equals("public"))
                            && (tables.contains(name) || platform.contains(name));
        }

        Owned with(Set<String> more) {
            Set<String> all = new LinkedHashSet<>(tables);
            all.addAll(more);
            return new Owned(context, all, platform, owners);
        }

        String whose(String table) {
            String owner = owners.get(table.substring(table.lastIndexOf('.') + 1));
            return owner == null || owner.equals(context.name())
                    ? "which its migrations do not leave there"
                    : "which is " + owner + "'s";
        }

        String remedy(String table) {
            String owner = owners.get(table.substring(table.lastIndexOf('.') + 1));
            return owner == null || owner.equals(context.name())
                    ? "Make the table in a migration of " + context.name() + ", or take it out of the statement."
                    : "Keep what " + context.name() + " needs to know in a view of its own, built from " + owner + "'s events.";
        }
    }

    private static List<String> tables(ContextModel context) {
        return context.stores().stream().flatMap(store -> store.tables().stream()).toList();
    }

    private static List<String> migrations(ContextModel context) {
        return context.stores().stream().flatMap(store -> store.migrations().stream()).toList();
    }

    private static List<Violation> migrations(SystemCode code, Owned owned) {
        Set<String> made = new LinkedHashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (String file : migrations(owned.context())) {
            String script = Sources.text(code.sources().root().resolve(file));
            Sql.tables(script).stream().filter(Sql.Named::made).forEach(table -> made.add(table.name()));
            Set<String> told = new LinkedHashSet<>();
            for (Sql.Named table : Sql.tables(script)) {
                if (!owned.with(made).holds(table.name()) && told.add(table.name())) {
                    violations.add(violation(owned, file, table));
                }
            }
        }
        return violations;
    }

    private static Violation violation(Owned owned, String file, Sql.Named table) {
        String migration = "The migration " + file.substring(file.lastIndexOf('/') + 1) + " of " + owned.context().name();
        Location place = new Location(owned.context().basePackage(), null, file, table.line());
        return table.made()
                ? new Violation(
                        place,
                        migration + " makes the table " + table.name() + " in a schema that is not its own.",
                        "Leave the schema out: the connection of " + owned.context().name() + " says where its tables are.")
                : new Violation(
                        place,
                        migration + " names the table " + table.name() + ", " + owned.whose(table.name()) + ".",
                        owned.remedy(table.name()));
    }

    private static void statements(
            SystemCode code, ContextCode context, Owned owned, Map<String, Integer> examined, List<Violation> violations) {
        for (JavaClass type : context.classes()) {
            BiConsumer<Literal, Location> check = (text, place) -> {
                if (Sql.isStatement(text.text())) {
                    examined.merge("statements", 1, Integer::sum);
                } else if (!Sql.isPiece(text.text())) {
                    return;
                }
                Set<String> told = new LinkedHashSet<>();
                for (Sql.Named table : Sql.tables(text.text())) {
                    if (!owned.holds(table.name()) && told.add(table.name())) {
                        violations.add(violation(owned, text, table, place));
                    }
                }
            };
            Literals.inCodeOf(type).forEach(text -> check.accept(text, code.at(text)));
            named(type).filter(text -> isOthers(owned, text.text())).forEach(text -> violations.add(violation(
                    owned, text, new Sql.Named(text.text().toLowerCase(Locale.ROOT), Sql.Does.NEITHER, text.line()),
                    code.at(text))));
            for (JavaMethod method : type.getMethods()) {
                query(method).ifPresent(
                        query -> check.accept(new Literal(type, method.getName(), query, 0), code.at(method)));
            }
        }
    }

    private static Violation violation(Owned owned, Literal text, Sql.Named table, Location place) {
        String where = CodeNames.of(text.in()) + (String.valueOf(text.member()).startsWith("<") ? "" : "." + text.member());
        return table.name().isEmpty()
                ? new Violation(
                        place,
                        where + " holds a statement whose table is only put in when it runs, so that nobody can tell whose it is.",
                        "Write the table's name into the statement; make one statement per table.")
                : new Violation(
                        place,
                        where + " holds a statement on the table " + table.name() + ", " + owned.whose(table.name()) + ".",
                        owned.remedy(table.name()));
    }

    /** What is given as a table's name to what makes the statement itself. */
    private static Stream<Literal> named(JavaClass type) {
        List<JavaMethodCall> naming = type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("withTableName") && call.getTargetOwner().getName().startsWith(SIMPLE_JDBC))
                .toList();
        return Literals.inCodeOf(type).stream()
                .filter(text -> naming.stream().anyMatch(call -> call.getOrigin().getName().equals(text.member())
                        && text.line() <= call.getLineNumber()
                        && text.line() > call.getLineNumber() - NEAR));
    }

    private static boolean isOthers(Owned owned, String text) {
        return !owned.holds(text.toLowerCase(Locale.ROOT)) && owned.owners().containsKey(text.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> query(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> QUERIES.contains(annotation.getRawType().getName()))
                .flatMap(annotation -> annotation.get("value").stream())
                .map(String::valueOf)
                .findFirst();
    }
}
