package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one URL. Because a password with unencoded special characters can end up in any part of a URL, no message repeats
 * anything of it but the names of parameters.
 */
final class DatabaseUrlParser {

    private static final Pattern SCHEME =
            Pattern.compile("(?<jdbc>jdbc:)?(postgres|postgresql)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile(
            "(?:\\[(?<v6>[0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|(?<name>[\\w.-]+))(?::(?<port>\\d{0,5}))?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern USER_VALUE = Pattern.compile("(?<=[?&](?:user|password)=)[^&]*");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][\\w.]*");

    /** What other clients of PostgreSQL call the driver's parameters. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "keepalives", "tcpKeepAlive");

    /** Parameters by which the driver or other clients would go to another place than the URL says; in lower case. */
    private static final Set<String> PLACES =
            Set.of("pghost", "pgport", "pgdbname", "host", "hostaddr", "port", "dbname", "service");

    private static final String ENCODE =
            "; special characters in user and password are percent-encoded, such as %40 for @ and %2F for /";

    private final String source;
    private final String url;

    /** A parser of what {@code source}, such as a variable, holds. */
    DatabaseUrlParser(String source, String url) {
        this.source = source;
        this.url = url.strip();
    }

    DatabaseUrl parse() {
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.lookingAt()) {
            throw invalid("it does not start with postgres://, postgresql:// or jdbc:postgresql://");
        }
        boolean jdbc = scheme.group("jdbc") != null;
        String rest = url.substring(scheme.end());
        int end = indexOfAny(rest, '/', '?');
        String authority = rest.substring(0, end);
        String tail = rest.substring(end);
        // A JDBC URL may name the user behind the host, and with it the server that some clouds want to hear of.
        boolean namesUserThere = jdbc && !authority.contains("@");
        if ((namesUserThere ? USER_VALUE.matcher(tail).replaceAll("") : tail).contains("@")) {
            throw invalid("there is an @ behind the host, or a / or ? in the password" + ENCODE);
        }
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? null : authority.substring(0, at);
        List<DatabaseUrl.Host> hosts = hosts(authority.substring(at + 1));

        int query = tail.indexOf('?');
        String path = query < 0 ? tail : tail.substring(0, query);
        SequencedMap<String, String> parameters = parameters(query < 0 ? "" : tail.substring(query + 1), jdbc);
        String database = decode(path.isEmpty() ? "" : path.substring(1));
        if (database.isEmpty()) {
            throw invalid("it names no database: the name stands behind the host, as in postgresql://host:5432/name");
        }
        if (database.contains("/")) {
            throw invalid("there is more than one / behind the host" + ENCODE);
        }

        String user = parameters.remove("user");
        String password = parameters.remove("password");
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            user = blankToNull(decode(colon < 0 ? userInfo : userInfo.substring(0, colon)));
            password = colon < 0 ? password : decode(userInfo.substring(colon + 1));
        }
        String mode = parameters.get(DatabaseUrl.SslMode.PARAMETER);
        if (mode != null && DatabaseUrl.SslMode.find(mode).isEmpty()) {
            throw invalid("its sslmode is none of disable, allow, prefer, require, verify-ca and verify-full");
        }
        return new DatabaseUrl(hosts, database, user, password, parameters);
    }

    private List<DatabaseUrl.Host> hosts(String authority) {
        List<DatabaseUrl.Host> hosts = new ArrayList<>();
        for (String host : authority.split(",", -1)) {
            hosts.add(host(host));
        }
        return hosts;
    }

    private DatabaseUrl.Host host(String text) {
        if (text.isEmpty() || (text.startsWith(":") && text.indexOf(':', 1) < 0)) {
            throw invalid("it names no host");
        }
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw invalid(
                    text.chars().filter(c -> c == ':').count() > 1 && !text.startsWith("[")
                            ? "an IPv6 address stands in brackets, as in postgresql://[::1]:5432/name" + ENCODE
                            : "its host or port is malformed" + ENCODE);
        }
        String port = host.group("port");
        int number = port == null || port.isEmpty() ? DatabaseUrl.DEFAULT_PORT : Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw invalid("its port is not between 1 and 65535");
        }
        String v6 = host.group("v6");
        String name = v6 == null ? host.group("name") : v6.replace("%25", "%");
        if (v6 != null && v6.chars().filter(c -> c == ':').count() < 2) {
            throw invalid("what stands in brackets is no IPv6 address");
        }
        return new DatabaseUrl.Host(name, number);
    }

    private SequencedMap<String, String> parameters(String query, boolean jdbc) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return parameters;
        }
        for (String parameter : query.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!PARAMETER.matcher(name).matches()) {
                throw invalid("the name of a parameter is malformed" + ENCODE);
            }
            if (PLACES.contains(name.toLowerCase(Locale.ROOT))) {
                throw invalid("host, port and database stand before the ?, not in the parameter " + name);
            }
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            // The driver reads its own URLs as web forms, where + is a space; everybody else means a plus sign.
            String decoded = decode(jdbc ? value.replace("+", "%20") : value);
            if (parameters.put(DRIVER_NAMES.getOrDefault(name, name), decoded) != null) {
                throw invalid("it has the parameter " + name + " twice");
            }
        }
        return parameters;
    }

    private String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = encoded.getBytes(UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw invalid("a % is not followed by two hexadecimal digits; a percent sign is written %25");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        try {
            String decoded = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw invalid("it has a control character");
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw invalid("its percent-encoded characters are not UTF-8");
        }
    }

    private static int indexOfAny(String text, char first, char second) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == first || text.charAt(i) == second) {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private InvalidDatabaseUrl invalid(String why) {
        return new InvalidDatabaseUrl("%s cannot be used: %s.".formatted(source, why));
    }
}
