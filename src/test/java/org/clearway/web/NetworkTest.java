// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.clearway.journal.TestNode;
import org.clearway.trust.Authority;
import org.clearway.trust.Certificates;
import org.clearway.trust.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A node that is open to a network, as other machines meet it.
class NetworkTest {
    private static final String GATE = "gate.corridor.internal";
    private static final String ADDRESS = "192.168.1.20";

    @TempDir
    static Path folder;

    private static Site site;
    private static Authority authority;

    @BeforeAll
    static void open() {
        site = Site.opened(folder.resolve("node"), true, new Host(GATE), new Host(ADDRESS));
        authority = site.certificates().authority();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Wire secure(String name) {
        return Wire.tls(site.running().httpsPort(), authority, name);
    }

    private static Wire enrolment(String name) {
        return Wire.plain(site.running().enrolmentPort().orElseThrow(), name);
    }

    private static Wire itself(String name) {
        return Wire.plain(site.running().port(), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {GATE, ADDRESS, "localhost", "127.0.0.1", "::1"})
    void whoTrustsTheAuthorityReachesTheNodeUnderEachOfItsNames(String name) throws IOException {
        Wire.Answer page = secure(name).get("/sign-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.session().orElseThrow()).startsWith("TLSv1.3 TLS_AES_256_GCM");
    }

    @Test
    void underAnotherNameTheCertificateIsRefused() {
        assertThatThrownBy(() -> secure("other.corridor.internal").get("/sign-in"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("other.corridor.internal");
        assertThatThrownBy(() -> secure("192.168.1.21").get("/sign-in")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void whoTrustsTheAuthorityOfAnotherNodeIsNotFooled() throws Exception {
        try (TestNode other = TestNode.in(folder.resolve("other"))) {
            Authority another = new Certificates(other.journal(), site.ticking(), new SecureRandom()).authority();
            assertThatThrownBy(() ->
                            Wire.tls(site.running().httpsPort(), another, GATE).get("/sign-in"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theSessionGoesByACookieThatOnlyThisHostSetsAndOnlyHttpsCarries() throws IOException {
        Wire.Answer page = secure(GATE).get("/sign-in");
        assertThat(page.all("Set-Cookie")).singleElement().asString().startsWith("__Host-clearway-session=");
        assertThat(page.header("Set-Cookie"))
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(itself("localhost").get("/sign-in").header("Set-Cookie"))
                .startsWith("clearway-session=")
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure");
    }

    /// Cookies know no ports: what one entrance set, a browser may bring to another.
    @Test
    void aSessionOfOneEntranceDoesNotCountAtAnother() throws IOException {
        String secure = value(secure(GATE).get("/sign-in"));
        String plain = value(itself("localhost").get("/sign-in"));
        assertThat(newSession(secure(GATE), "__Host-clearway-session=" + secure))
                .isFalse();
        assertThat(newSession(secure(GATE), "clearway-session=" + secure)).isTrue();
        assertThat(newSession(secure(GATE), "clearway-session=" + plain)).isTrue();
        assertThat(newSession(itself("localhost"), "clearway-session=" + plain)).isFalse();
        assertThat(newSession(itself("localhost"), "__Host-clearway-session=" + secure))
                .isTrue();
    }

    private static boolean newSession(Wire wire, String cookie) throws IOException {
        return !wire.get("/sign-in", "Cookie: " + cookie).all("Set-Cookie").isEmpty();
    }

    private static String value(Wire.Answer page) {
        return page.header("Set-Cookie").replaceAll("^[^=]*=([^;]*);.*$", "$1");
    }

    @Test
    void theLanguageIsKeptUnderHttpsAlone() throws IOException {
        assertThat(secure(GATE).get("/news?lang=ar").all("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-clearway-language=ar; Path=/;")
                        .contains("Secure", "HttpOnly"));
        assertThat(secure(GATE)
                        .get("/news", "Cookie: __Host-clearway-language=ar")
                        .body())
                .contains("lang=\"ar\" dir=\"rtl\"");
    }

    @Test
    void aBrowserThatCameByNameComesBackOverHttpsAlone() throws IOException {
        assertThat(secure(GATE).get("/sign-in").header("Strict-Transport-Security"))
                .matches("max-age=31536000 ?");
        assertThat(secure(ADDRESS).get("/sign-in").all("Strict-Transport-Security"))
                .as("browsers keep it for names only")
                .isEmpty();
        assertThat(secure("localhost").get("/sign-in").all("Strict-Transport-Security"))
                .as("it would shut other pages of that machine")
                .isEmpty();
        assertThat(itself("localhost").get("/sign-in").all("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToRefuse() throws IOException {
        for (String path :
                List.of("/sign-in", "/enrol", "/enrol/authority.crt", "/no-such-page", "/assets/css/clearway.css")) {
            Wire.Answer answer = secure(GATE).get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()", "geolocation=()");
            assertThat(answer.all("Server")).as(path).isEmpty();
            assertThat(answer.all("X-Powered-By")).as(path).isEmpty();
        }
    }

    /// A page of somebody else's whose name was made to lead here (DNS rebinding).
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "gate.corridor.internal.evil.example", "203.0.113.9", "corridor.internal"})
    void nobodyIsAnsweredUnderANameThatIsNotTheNodes(String name) throws IOException {
        for (Wire wire : List.of(itself(name), enrolment(name))) {
            for (String path : List.of("/sign-in", "/enrol", "/assets/css/clearway.css")) {
                Wire.Answer answer = wire.get(path, "Accept-Language: ar");
                assertThat(answer.status()).as(name + path).isEqualTo(421);
                assertThat(answer.all("Set-Cookie")).isEmpty();
                assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
                assertThat(answer.body())
                        .contains("lang=\"ar\" dir=\"rtl\"", "لا يُوصل إلى هذه العقدة بهذا الاسم", name)
                        .doesNotContain(GATE + "<", ADDRESS);
            }
        }
        // Over TLS, whoever goes by another name in the header than in the handshake.
        try (Socket line = Wire.trusting(authority)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), site.running().httpsPort())) {
            line.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 421");
        }
    }

    @Test
    void theMachineItselfIsNotAskedByTheNamesOfTheNetworkWithoutHttps() throws IOException {
        assertThat(itself(GATE).get("/sign-in").status()).isEqualTo(421);
        assertThat(itself("localhost").get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void withoutHttpsOtherMachinesSeeThePageOfEnrolmentAndNothingElse() throws IOException {
        for (String path :
                List.of("/enrol", "/enrol/authority.crt", "/enrol/authority.pem", "/enrol/authority.mobileconfig")) {
            Wire.Answer answer = enrolment(GATE).get(path, "Cookie: clearway-session=x; __Host-clearway-session=y");
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.all("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(enrolment(GATE).get("/enrol", "Accept-Language: en").body())
                .contains("This page came without HTTPS", "Never with this page");
        assertThat(secure(GATE).get("/enrol", "Accept-Language: en").body()).doesNotContain("came without HTTPS");
        var wrong = new ArrayList<String>();
        for (String route : routes()) {
            if (route.startsWith("/enrol")) continue;
            Wire.Answer seen = enrolment(GATE).get(route + "?a=b%20c");
            String there = "https://" + GATE + ":" + site.running().httpsPort() + route + "?a=b%20c";
            if (seen.status() != 307
                    || !seen.header("Location").equals(there)
                    || !seen.body().isEmpty()) {
                wrong.add("GET " + route + " " + seen.status() + " " + seen.header("Location"));
            }
            Wire.Answer sent = enrolment(GATE).ask("POST", route, "Content-Length: 0");
            if (sent.status() != 403 || !sent.body().isEmpty()) wrong.add("POST " + route + " " + sent.status());
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> routes() {
        var mapping =
                site.running().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "nothing-1"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void whoeverSpeaksWithoutHttpsToHttpsLearnsNothing() throws IOException {
        Wire.Answer answer = Wire.plain(site.running().httpsPort(), GATE).get("/enrol");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Clearway");
    }

    /// A greeting by hand: what the JDK refuses to say by itself. Version 1.1 or older, and suites
    /// without authenticated encryption or forward secrecy, are turned away; the last one shows that
    /// the greeting is one.
    @ParameterizedTest
    @CsvSource({
        "TLS 1.0, 0301, c009 c00a c02b, false",
        "TLS 1.1, 0302, c009 c00a c02b, false",
        "1.2 with CBC, 0303, c009 c00a c023 c024, false",
        "1.2 without forward secrecy, 0303, 009c 009d 002f, false",
        "1.2 with CCM of eight bytes, 0303, c0ae c0af, false",
        "1.2 with RC4 and 3DES, 0303, c007 c008, false",
        "1.2 with nothing to encrypt, 0303, c006, false",
        "1.2 with GCM, 0303, c02b, true",
    })
    void oldVersionsAndWeakSuitesAreTurnedAway(String what, String version, String suites, boolean welcome)
            throws IOException {
        try (Socket line =
                new Socket(InetAddress.getLoopbackAddress(), site.running().httpsPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(greeting(version, suites.split(" ")));
            InputStream answer = line.getInputStream();
            byte[] record = answer.readNBytes(7);
            if (welcome) {
                assertThat(record[0]).as(what + ": a handshake").isEqualTo((byte) 22);
                assertThat(record[5]).as("the node's greeting").isEqualTo((byte) 2);
            } else if (record.length > 0) {
                assertThat(record[0]).as(what + ": an alert").isEqualTo((byte) 21);
                assertThat(record[5]).as("a fatal one").isEqualTo((byte) 2);
            }
        }
    }

    /// RFC 5246, 7.4.1.2, with the extensions that curves and signatures need.
    private static byte[] greeting(String version, String... suites) {
        String extensions = extension("000a", vector(2, "0017")) // P-256
                + extension("000b", vector(1, "00")) // uncompressed points
                + extension("000d", vector(2, "0403")) // ECDSA with SHA-256
                + extension(
                        "0000",
                        vector(
                                2,
                                "00" + vector(2, HexFormat.of().formatHex(GATE.getBytes(StandardCharsets.US_ASCII)))));
        String body = version
                + "07".repeat(32)
                + vector(1, "")
                + vector(2, String.join("", suites))
                + vector(1, "00")
                + vector(2, extensions);
        return HexFormat.of().parseHex("16" + "0301" + vector(2, "01" + vector(3, body)));
    }

    private static String extension(String kind, String content) {
        return kind + vector(2, content);
    }

    /// A length in so many bytes, and what has that length.
    private static String vector(int bytes, String hex) {
        return HexFormat.of().toHexDigits((long) hex.length() / 2, bytes * 2) + hex;
    }

    @Test
    void anotherCertificateIsShownFromTheNextConnectionOn() throws Exception {
        try (Site other = Site.opened(folder.resolve("moving"), false, new Host(GATE))) {
            Authority trusted = other.certificates().authority();
            Wire gate = Wire.tls(other.running().httpsPort(), trusted, GATE);
            Wire moved = Wire.tls(other.running().httpsPort(), trusted, "10.0.0.7");
            assertThat(gate.get("/sign-in").status()).isEqualTo(200);
            assertThatThrownBy(() -> moved.get("/sign-in")).isInstanceOf(SSLHandshakeException.class);

            other.running().show(other.certificates().prove(List.of(new Host("10.0.0.7"))));
            assertThat(moved.get("/sign-in").status()).isEqualTo(200);
            assertThatThrownBy(() -> gate.get("/sign-in")).isInstanceOf(SSLHandshakeException.class);
            assertThat(Wire.plain(other.running().port(), "localhost")
                            .get("/sign-in")
                            .status())
                    .as("on the machine itself nothing changes")
                    .isEqualTo(200);
        }
    }
}
