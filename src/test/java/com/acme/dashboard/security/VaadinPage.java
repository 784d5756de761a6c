package com.acme.dashboard.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that a browser has open: what its client says to the server by itself. */
public final class VaadinPage {

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern SYNC_ID = Pattern.compile("\"syncId\":(\\d+)");

    private final Visitor browser;
    private final String key;
    private final String id;
    private String syncId = "0";
    private String content = "";
    private int messages;

    private VaadinPage(Visitor browser, String key, String id) {
        this.browser = browser;
        this.key = key;
        this.id = id;
    }

    /** Opens one and navigates to the path, which begins without a slash. */
    public static VaadinPage open(Visitor browser, String path) {
        var started = browser.get("/?v-r=init&location=%s&query=".formatted(path.replace("/", "%2F")))
                .body();
        var page = new VaadinPage(browser, first(SECURITY_KEY, started), first(PAGE, started));
        page.content = page.call("""
                {"type":"event","node":1,"event":"ui-navigate",\
                "data":{"route":"%s","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}\
                """.formatted(path));
        return page;
    }

    /** What the server has sent to show the page, before the browser asks for rows. */
    public String content() {
        return content;
    }

    /** Asks for news, as a poll does; gives what is to be changed in the page. */
    String poll() {
        return call("{\"type\":\"event\",\"node\":1,\"event\":\"ui-poll\",\"data\":{}}");
    }

    HttpResponse<String> heartbeat() {
        return browser.send(browser.request("/?v-r=heartbeat&v-uiId=" + id).POST(BodyPublishers.noBody()));
    }

    private String call(String invocation) {
        var body = "{\"csrfToken\":\"%s\",\"syncId\":%s,\"clientId\":%d,\"rpc\":[%s]}"
                .formatted(key, syncId, messages, invocation);
        messages++;
        var answer = browser.send(browser.request("/?v-r=uidl&v-uiId=" + id)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body)))
                .body();
        syncId = first(SYNC_ID, answer);
        return answer;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No %s in: %s".formatted(pattern, text));
        }
        return found.group(1);
    }
}
