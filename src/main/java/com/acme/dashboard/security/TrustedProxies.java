package com.acme.dashboard.security;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The reverse proxies whose {@code X-Forwarded-…} headers are believed; by default none. */
final class TrustedProxies {

    private final List<IpAddressMatcher> networks;

    private TrustedProxies(List<IpAddressMatcher> networks) {
        this.networks = networks;
    }

    /**
     * Reads addresses and networks ({@code 10.0.0.0/8, 192.168.1.7, fd00::/8}), separated by commas.
     *
     * @throws InvalidTrustedProxies where one is neither
     */
    static TrustedProxies parse(String networks) {
        return new TrustedProxies(Arrays.stream(networks.split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    private static IpAddressMatcher network(String network) {
        try {
            return new IpAddressMatcher(network);
        } catch (RuntimeException e) {
            throw new InvalidTrustedProxies(network, e);
        }
    }

    boolean contains(String address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    /**
     * The client's address from {@code X-Forwarded-For}: the rightmost that is no trusted proxy's, since everything left
     * of it may be made up. Empty where that is not an address.
     */
    Optional<String> clientOf(List<String> forwardedFor) {
        var addresses = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(TrustedProxies::withoutPort)
                .toList();
        for (var address : addresses.reversed()) {
            if (!isAddress(address)) {
                return Optional.empty();
            }
            if (!contains(address)) {
                return Optional.of(address);
            }
        }
        return addresses.stream().findFirst();
    }

    private static String withoutPort(String entry) {
        var address = entry.strip();
        if (address.startsWith("[")) {
            return address.substring(1).replaceFirst("].*", "");
        }
        return address.chars().filter(c -> c == ':').count() == 1 ? address.replaceFirst(":.*", "") : address;
    }

    private static boolean isAddress(String address) {
        try {
            var _ = InetAddress.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
