// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.access.Role;

/// Somebody who visits pages over plain HTTP, keeps cookies, follows no redirect unasked and sends forms as a browser
/// without JavaScript would: with the hidden fields of the page that was last looked at.
public final class Surfer {
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String languages;
    private final Map<String, String> hidden = new LinkedHashMap<>();

    public Surfer(URI base) {
        this(base, "en");
    }

    Surfer(URI base, String languages) {
        this.base = base;
        this.languages = languages;
    }

    /// The page as it stands in its source, without the marks that keep two scripts apart.
    public static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("[\u2066-\u2069]", "");
    }

    /// Where somebody is sent on to after an act that was done.
    public static String sentTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public HttpResponse<String> get(String path) {
        return remembered(send(HttpRequest.newBuilder(base.resolve(path)).GET()));
    }

    /// Sends a form that stands on the page that was last looked at.
    public HttpResponse<String> post(String path, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(hidden);
        fields.putAll(typed);
        return remembered(send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))));
    }

    /// Sends a form that is answered with a file.
    byte[] download(String path) {
        try {
            HttpResponse<byte[]> answer = file(path, Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with what was typed, whatever the answer is.
    /// @throws IOException where the answer broke off
    HttpResponse<byte[]> file(String path, Map<String, String> typed) throws IOException {
        var fields = new LinkedHashMap<>(hidden);
        fields.putAll(typed);
        try {
            return client.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept-Language", languages)
                            .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                                    .collect(Collectors.joining("&"))))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Sends a form with a file in it, as it stands on the page that was last looked at.
    public HttpResponse<String> upload(String path, String field, String name, byte[] file) {
        return upload(path, field, name, file, Map.of());
    }

    /// The same, with what was typed beside it.
    HttpResponse<String> upload(String path, String field, String name, byte[] file, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(hidden);
        fields.putAll(typed);
        String boundary = "a-line-that-stands-in-no-file";
        var body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return remembered(send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    public HttpResponse<String> signIn(Role role) {
        return signIn(Site.account(role).name(), Site.PASSWORD.text());
    }

    public HttpResponse<String> signIn(String account, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("account", account, "password", password));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Accept-Language", languages)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> remembered(HttpResponse<String> response) {
        Matcher inputs = HIDDEN.matcher(response.body());
        if (response.body().contains("type=\"hidden\"")) hidden.clear();
        while (inputs.find()) {
            String input = inputs.group();
            Matcher name = NAME.matcher(input);
            Matcher value = VALUE.matcher(input);
            if (input.contains("type=\"hidden\"") && name.find() && value.find()) {
                hidden.put(name.group(1), value.group(1));
            }
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
