package com.acme.dashboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Ends a start at once when its port is taken, before it has touched the database. The server itself would notice only after
 * everything else.
 */
class FreePort implements ApplicationListener<ApplicationPreparedEvent> {

    private static final int DEFAULT_PORT = 8080;
    private static final int PATIENCE_MILLIS = 1_000;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        if (port > 0 && isTaken(address, port)) {
            throw new PortInUseException(port);
        }
    }

    /** A port can also be forbidden, which is another matter: it is taken when somebody answers there. */
    private static boolean isTaken(@Nullable InetAddress address, int port) {
        // Beside one who listens everywhere, or at the other loopback address, some systems let another one listen.
        if (address != null && address.isLoopbackAddress()) {
            return answers(InetAddress.ofLiteral("127.0.0.1"), port) || answers(InetAddress.ofLiteral("::1"), port);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return false;
        } catch (IOException _) {
            return answers(address == null ? InetAddress.getLoopbackAddress() : address, port);
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException _) {
            // Nobody is there; if the server cannot listen nevertheless, it says why.
            return false;
        }
    }
}
