package com.acme.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * Where a try to sign in comes from.
 *
 * @param address the client's, or the network of an IPv6 address: who has one of its addresses has all 2^64
 * @param deviceToken what {@link KnownDevices} left in the browser at an earlier sign-in
 */
record SignInOrigin(String address, @Nullable String deviceToken) {

    private static final int IPV6_NETWORK_BYTES = 8;

    static SignInOrigin of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, KnownDevices.COOKIE);
        return new SignInOrigin(networkOf(request.getRemoteAddr()), cookie == null ? null : cookie.getValue());
    }

    private static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
