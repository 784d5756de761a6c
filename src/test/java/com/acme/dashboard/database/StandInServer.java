package com.acme.dashboard.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/** Something that listens on a port of this machine and is not the PostgreSQL that one hoped for. */
final class StandInServer implements AutoCloseable {

    /** What is said to one client. */
    interface Conversation {
        void hold(DataInputStream in, DataOutputStream out) throws IOException;
    }

    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    private final ServerSocket socket;

    private StandInServer(Conversation conversation) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(conversation));
    }

    /** A web server, which finds PostgreSQL's protocol strange. */
    static StandInServer web() {
        return new StandInServer((in, out) -> {
            in.readInt();
            out.writeBytes("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        });
    }

    /** A server that hears its clients out, and never says a word. */
    static StandInServer silent() {
        return new StandInServer((in, _) -> in.readAllBytes());
    }

    /** A server that lets everybody in and says that it is this version of PostgreSQL. */
    static StandInServer postgres(String version) {
        return new StandInServer((in, out) -> {
            greet(in, out);
            message(out, 'R', new byte[4]);
            for (var parameter : Map.of(
                            "server_version", version,
                            "client_encoding", "UTF8",
                            "DateStyle", "ISO, MDY",
                            "TimeZone", "UTC",
                            "integer_datetimes", "on",
                            "standard_conforming_strings", "on")
                    .entrySet()) {
                message(out, 'S', (parameter.getKey() + '\0' + parameter.getValue() + '\0').getBytes(US_ASCII));
            }
            message(out, 'K', new byte[8]);
            message(out, 'Z', new byte[] {'I'});
            for (int type = in.read(); type == 'Q'; type = in.read()) {
                in.readNBytes(in.readInt() - 4);
                message(out, 'C', "SET\0".getBytes(US_ASCII));
                message(out, 'Z', new byte[] {'I'});
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept(Conversation conversation) {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> hold(conversation, client));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hold(Conversation conversation, Socket client) {
        try (client) {
            conversation.hold(
                    new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
        } catch (IOException _) {
            // The client has heard enough.
        }
    }

    /** Refuses encryption and reads past the client's first words. */
    private static void greet(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            int code = in.readInt();
            if (code != TLS_REQUEST && code != GSS_REQUEST) {
                in.readNBytes(length - 8);
                return;
            }
            out.writeByte('N');
        }
    }

    private static void message(DataOutputStream out, char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }
}
