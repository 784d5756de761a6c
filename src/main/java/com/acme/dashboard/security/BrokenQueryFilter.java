package com.acme.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads a page whose query cannot be decoded, as somebody types {@code ?query=100%}, to the same page with the percent
 * signs taken as typed, and one whose query has a value without a name, {@code ?=100}, to the same page without it. The
 * server would refuse both as soon as anything asks for a parameter, and the page's script the former.
 */
final class BrokenQueryFilter extends OncePerRequestFilter {

    /** In characters. What is longer was typed by nobody, and would be too long for an answer's header three times over. */
    private static final int LONGEST = 2_000;

    private static final Pattern NAMELESS = Pattern.compile("(?<![^&])=[^&]*&?");

    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+|%");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        var mended = query == null ? null : mend(query);
        if (mended != null
                && !mended.equals(query)
                && mended.length() <= LONGEST
                && HttpMethod.GET.matches(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Without the path, which could be read as another host.
            response.setHeader(HttpHeaders.LOCATION, "?" + mended);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String mend(String query) {
        var named = NAMELESS.matcher(query).replaceAll("");
        return ENCODED.matcher(named).replaceAll(BrokenQueryFilter::mend);
    }

    private static String mend(MatchResult encoded) {
        return isText(encoded.group()) ? encoded.group() : encoded.group().replace("%", "%25");
    }

    private static boolean isText(String encoded) {
        if (encoded.equals("%")) {
            return false;
        }
        var bytes = HexFormat.of().parseHex(encoded.replace("%", ""));
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
