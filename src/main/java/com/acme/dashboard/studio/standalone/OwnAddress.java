package com.acme.dashboard.studio.standalone;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Lets through what was asked of this server by its own address, before anything else looks at it, push included. A name
 * that another site has pointed at 127.0.0.1 is refused (DNS rebinding), and so is what another site's page sends.
 */
final class OwnAddress extends ValveBase
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    /** The only address that it listens at. */
    static final String LOOPBACK = "127.0.0.1";

    private static final Set<String> NAMES = Set.of(LOOPBACK, "localhost");
    private static final int MISDIRECTED = 421;

    /** What browsers say of a request of this server's own pages, and of an address that a person has typed. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    OwnAddress() {
        super(true);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.setAddress(InetAddress.ofLiteral(LOOPBACK));
        server.addEngineValves(this);
    }

    /** After the properties, which it overrides. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isOwn(request.getHeader("Host"), request)) {
            refuse(
                    response,
                    MISDIRECTED,
                    "This is not the address of Studio. Take the one that was printed where it was started.");
        } else if (isForeign(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Studio does not answer to other sites.");
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean isForeign(Request request) {
        var origin = request.getHeader("Origin");
        if (origin != null) {
            return !origin.startsWith("http://") || !isOwn(origin.substring("http://".length()), request);
        }
        // A link on another site may lead here; nothing else of it may.
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && !OWN_SITES.contains(site)
                && !("navigate".equals(request.getHeader("Sec-Fetch-Mode")) && "GET".equals(request.getMethod()));
    }

    private static boolean isOwn(@Nullable String authority, Request request) {
        if (authority == null) {
            return false;
        }
        var port = ":" + request.getLocalPort();
        var asked = authority.toLowerCase(Locale.ROOT);
        return asked.endsWith(port) && NAMES.contains(asked.substring(0, asked.length() - port.length()));
    }

    private static void refuse(Response response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(why);
    }
}
