package com.acme.dashboard.database;

import com.acme.dashboard.database.DatabaseUrl.SslMode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in a few words, without the password, why a database cannot be entered. */
final class Diagnosis {

    private static final int PATIENCE_MILLIS = 3_000;

    private static final int SILENCE = -2;

    /** The first packet of a client that would like TLS: its length and PostgreSQL's code for the request. */
    private static final byte[] TLS_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    private Diagnosis() {}

    /** Why that URL cannot be entered, the driver having failed with that exception. */
    static String of(DatabaseUrl url, SQLException failure) {
        return fromNetwork(url, failure)
                .or(() -> fromServer(url, failure))
                .or(() -> fromGreeting(url, failure))
                .orElseGet(() -> "%s: %s".formatted(url.address(), firstLine(url, failure)));
    }

    private static Optional<String> fromNetwork(DatabaseUrl url, SQLException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case UnknownHostException _ -> Stream.of("the host %s is unknown".formatted(url.host()));
                    case ConnectException _ -> Stream.of("nothing listens on %s".formatted(url.address()));
                    case NoRouteToHostException _, SocketTimeoutException _ ->
                        Stream.of("%s does not answer".formatted(url.address()));
                    case SSLException tls ->
                        Stream.of("TLS with %s fails: %s".formatted(url.address(), tls.getMessage()));
                    default -> Stream.<String>empty();
                })
                .findFirst();
    }

    /** By PostgreSQL's own codes, because its words depend on its language. */
    private static Optional<String> fromServer(DatabaseUrl url, SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return Optional.ofNullable(
                switch (state) {
                    case "28P01" -> "%s refuses the password of user %s".formatted(url.address(), user(url));
                    case "28000" ->
                        "%s lets user %s not in: %s".formatted(url.address(), user(url), firstLine(url, failure));
                    case "3D000" -> "%s has no database %s".formatted(url.address(), url.database());
                    case "53300" -> "%s has too many clients already".formatted(url.address());
                    case "57P03" -> "%s is starting or stopping; try again in a moment".formatted(url.address());
                    default -> null;
                });
    }

    /** Where the driver cannot tell, by what the server answers to a client that asks for TLS. */
    private static Optional<String> fromGreeting(DatabaseUrl url, SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (!state.startsWith("08")) {
            return Optional.empty();
        }
        int answer = greet(url);
        if (answer == SILENCE) {
            return Optional.of(
                    "what listens on %s says nothing: it is not PostgreSQL, or too busy".formatted(url.address()));
        }
        boolean wantsTls = url.sslMode().filter(SslMode::isSecure).isPresent();
        if (answer == 'N' && wantsTls) {
            return Optional.of("%s refuses TLS, which sslmode=%s asks for%s"
                    .formatted(
                            url.address(),
                            url.sslMode().map(SslMode::value).orElse(""),
                            url.isLoopback() ? " (on this machine, ?sslmode=disable in the URL does without it)" : ""));
        }
        if (answer != 'N' && answer != 'S' && answer != 'E') {
            return Optional.of("what listens on %s is not PostgreSQL".formatted(url.address()));
        }
        if (url.password() == null || url.password().isEmpty()) {
            return Optional.of(
                    "%s wants a password for user %s, and there is none".formatted(url.address(), user(url)));
        }
        return Optional.empty();
    }

    /** The first byte that the server answers, {@link #SILENCE} where it keeps the connection without a word, else -1. */
    private static int greet(DatabaseUrl url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.host(), url.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(TLS_REQUEST);
            return socket.getInputStream().read();
        } catch (SocketTimeoutException _) {
            return SILENCE;
        } catch (IOException _) {
            // PostgreSQL always answers, so that hanging up is an answer, too.
            return -1;
        }
    }

    private static String user(DatabaseUrl url) {
        return url.user() == null ? System.getProperty("user.name") : url.user();
    }

    private static String firstLine(DatabaseUrl url, SQLException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String password = url.password();
        return password == null || password.isEmpty() ? line : line.replace(password, "***");
    }
}
