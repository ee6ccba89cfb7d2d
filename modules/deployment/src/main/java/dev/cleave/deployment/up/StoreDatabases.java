package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.UnitNeeds;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A database and a user for every store, on a PostgreSQL server. */
final class StoreDatabases {

    private static final String PREFIX = "cleave_";
    /** Connection refused or lost, the host not known. */
    private static final Set<String> UNREACHABLE = Set.of("08001", "08006");

    private static final Pattern URL = Pattern.compile("(?:jdbc:)?(postgresql://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    private final String server;
    private final String database;
    private final String parameters;
    private final String user;
    private final @Nullable String password;
    private final Secrets passwords;

    /**
     * Databases on a server.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, the database being the one to sign in to for making others
     * @param user may make users and databases
     * @throws CannotStart if the URL is none
     */
    StoreDatabases(String url, String user, @Nullable String password, Secrets passwords) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new CannotStart("--postgres-url is no URL of a PostgreSQL server. Write it like"
                    + " jdbc:postgresql://localhost:5432/postgres.");
        }
        this.server = "jdbc:" + parts.group(1);
        this.database = parts.group(2) == null || parts.group(2).isEmpty() ? "postgres" : parts.group(2);
        this.parameters = parts.group(3) == null ? "" : withoutCredentials(parts.group(3));
        this.user = user;
        this.password = password;
        this.passwords = passwords;
    }

    private static String withoutCredentials(String parameters) {
        String left = Stream.of(parameters.split("&"))
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        return left.isEmpty() ? "" : "?" + left;
    }

    /** What every unit is told. */
    List<String> options() {
        return List.of(
                "--cleave.store.url=" + server + "/" + PREFIX + "{name}" + parameters,
                "--cleave.store.username=" + PREFIX + "{name}");
    }

    /** The passwords that a unit needs. */
    Map<String, String> environment(Unit unit, Profile profile) {
        Map<String, String> environment = new HashMap<>();
        UnitNeeds.of(unit, profile).databases().forEach(
                store -> environment.put(UnitNeeds.passwordVariable(store), passwords.of(store)));
        return environment;
    }

    /**
     * Makes what a profile's units need and is not there.
     *
     * @throws CannotStart if that can't be done
     */
    void make(Profile profile) {
        List<String> missing = UnitNeeds.of(profile).stream()
                .flatMap(unit -> unit.databases().stream())
                .filter(store -> !opens(store))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        try (Connection connection = connect(database, user, password)) {
            for (String store : missing) {
                make(connection, PREFIX + store, passwords.of(store), store);
            }
        } catch (SQLException e) {
            if (UNREACHABLE.contains(String.valueOf(e.getSQLState()))) {
                throw new CannotStart("The PostgreSQL server at " + server + " can't be reached: " + sentence(e)
                        + " Start it there, give the --postgres-url of one that runs, or leave that out to have one started.");
            }
            throw new CannotStart("On the PostgreSQL server at " + server + ", " + user + " could not make the databases of "
                    + String.join(", ", missing) + ": " + sentence(e) + " Give --postgres-user of one who may make"
                    + " users and databases, with"
                    + " the password in the environment variable " + PostgresServer.PASSWORD_VARIABLE + ".");
        }
    }

    private static String sentence(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private boolean opens(String store) {
        try (Connection connection = connect(PREFIX + store, PREFIX + store, passwords.of(store))) {
            return connection.isValid(2);
        } catch (SQLException no) {
            return false;
        }
    }

    private void make(Connection connection, String name, String own, String store) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean known = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'");
            boolean there = exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'");
            if (known && there) {
                throw new CannotStart("The database " + name + " on " + server + " is there, and its user has another"
                        + " password than that in "
                        + passwords.file(store) + ". Put the right one into this file, or use another server.");
            }
            if (!known) {
                statement.execute("CREATE ROLE " + name + " LOGIN");
            }
            // The driver sends a hash, so that the server's log can't show the password.
            connection.unwrap(PGConnection.class).alterUserPassword(name, own.toCharArray(), "scram-sha-256");
            statement.execute("GRANT " + name + " TO CURRENT_USER");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String to, String as, @Nullable String with) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", as);
        if (with != null) {
            properties.setProperty("password", with);
        }
        return DriverManager.getConnection(server + "/" + to + parameters, properties);
    }
}
