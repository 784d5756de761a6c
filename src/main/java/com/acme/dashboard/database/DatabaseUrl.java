package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and how to enter it, read from a URL as people write it. Neither {@link #toString} nor
 * {@link #jdbcUrl} holds the password.
 *
 * @param hosts the servers to try, in order; nearly always one
 * @param database the database's name
 * @param user the role, or null for the driver's default (the name of the operating system's user)
 * @param password the password, empty if the URL has an empty one, null if it has none
 * @param parameters what else the driver is told, by the driver's own names
 */
public record DatabaseUrl(
        List<Host> hosts,
        String database,
        @Nullable String user,
        @Nullable String password,
        SequencedMap<String, String> parameters) {

    /** PostgreSQL's port when a URL names none. */
    static final int DEFAULT_PORT = 5432;

    /** A server's address: a name, an IPv4 or an IPv6 address (without brackets), and its port. */
    public record Host(String name, int port) {

        /** Whether the address never leaves this machine. */
        boolean isLoopback() {
            String address = name.toLowerCase(Locale.ROOT);
            return address.equals("localhost")
                    || address.matches("127(\\.\\d{1,3}){3}")
                    || address.matches("(0{0,4}:){2,7}0{0,3}1");
        }

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public DatabaseUrl {
        hosts = List.copyOf(hosts);
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Reads {@code postgres://user:password@host:port/database?parameter=value}, also with the scheme {@code postgresql}
     * or {@code jdbc:postgresql}. User, password, database and parameters are percent-encoded.
     *
     * @param source what names the URL, for the message
     * @throws InvalidDatabaseUrl if it is not such a URL; the message says why, without the password
     */
    public static DatabaseUrl parse(String source, String url) {
        return new DatabaseUrlParser(source, url).parse();
    }

    /** The first server's name or address. */
    public String host() {
        return hosts.getFirst().name();
    }

    /** The first server's port. */
    public int port() {
        return hosts.getFirst().port();
    }

    /** Whether no server of this URL is on another machine. */
    public boolean isLoopback() {
        return hosts.stream().allMatch(Host::isLoopback);
    }

    /** How the connection is to be secured, where the URL says so. */
    public Optional<SslMode> sslMode() {
        return SslMode.of(parameters);
    }

    /** The same database with one more parameter for the driver; one that is there already is replaced. */
    public DatabaseUrl with(String parameter, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new DatabaseUrl(hosts, database, user, password, more);
    }

    /** The same database with a parameter for the driver, unless the URL has that one already. */
    public DatabaseUrl withDefault(String parameter, String value) {
        return parameters.containsKey(parameter) ? this : with(parameter, value);
    }

    /** Another database of the same server. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(hosts, name, user, password, parameters);
    }

    /** The URL for the driver, without user and password. */
    public String jdbcUrl() {
        String query = parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://%s/%s%s".formatted(address(), encode(database), query.isEmpty() ? "" : "?" + query);
    }

    /** User and password as the driver takes them. */
    Properties credentials() {
        Properties credentials = new Properties();
        if (user != null) {
            credentials.setProperty("user", user);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** Host and port, several separated by commas: the driver takes the first that it reaches. */
    public String address() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }

    /** For people: the role, the place and the database, with neither the password nor a parameter's value. */
    @Override
    public String toString() {
        String who = user == null ? "" : encode(user) + (password == null ? "" : ":***") + "@";
        String names = String.join("&", parameters.keySet());
        return "postgresql://%s%s/%s%s".formatted(who, address(), encode(database), names.isEmpty() ? "" : "?" + names);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** The driver's {@code sslmode}, from the weakest to the strictest. */
    public enum SslMode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** The driver's parameter. */
        static final String PARAMETER = "sslmode";

        /** As the driver's parameter is written, such as {@code verify-full}. */
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a connection without TLS is never made. */
        public boolean isSecure() {
            return compareTo(REQUIRE) >= 0;
        }

        /** What the parameters say, {@code ssl=true} without a mode being the driver's older name for verify-full. */
        private static Optional<SslMode> of(Map<String, String> parameters) {
            String mode = parameters.get(PARAMETER);
            if (mode != null) {
                return find(mode);
            }
            String ssl = parameters.get("ssl");
            return ssl == null
                    ? Optional.empty()
                    : Optional.of(ssl.isEmpty() || Boolean.parseBoolean(ssl) ? VERIFY_FULL : PREFER);
        }

        static Optional<SslMode> find(String value) {
            return Stream.of(values())
                    .filter(mode -> mode.value().equals(value))
                    .findFirst();
        }
    }
}
