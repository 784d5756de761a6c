package com.acme.dashboard.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser without scripts: keeps its cookies, follows no redirect, and comes from an address of its choice. */
public final class Visitor implements AutoCloseable {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI server;
    private String address;

    public Visitor(int port, String address) {
        this.server = URI.create("http://localhost:" + port);
        this.address = address;
    }

    public Visitor movesTo(String otherAddress) {
        address = otherAddress;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> signIn(String email, String password) {
        return post("/login", Map.of("username", email, "password", password));
    }

    public Visitor signedInAs(String email, String password) {
        var answer = signIn(email, password);
        if (answer.statusCode() != 302 || target(answer).startsWith("/login")) {
            throw new AssertionError(email + " could not sign in: " + answer.statusCode());
        }
        return this;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("X-Forwarded-For", address)
                .header("Accept", "text/html,*/*;q=0.8");
    }

    /** What a file weighs on its way, packed where the server packs it. */
    public byte[] getBytes(String path) {
        return send(request(path).header("Accept-Encoding", "gzip").GET(), BodyHandlers.ofByteArray())
                .body();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** As another site would, for all paths. */
    void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
    }

    /** The path and query that an answer redirects to. */
    public static String target(HttpResponse<String> answer) {
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    public static List<String> setCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    @Override
    public void close() {
        client.close();
    }
}
