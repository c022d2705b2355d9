// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clearway.access.Role;
import org.clearway.trust.Authority;
import org.clearway.trust.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class EnrolPagesTest {
    @TempDir
    static Path folder;

    private static Site site;
    private static Authority authority;

    @BeforeAll
    static void open() {
        site = Site.opened(folder.resolve("node"), false, new Host("gate.corridor.internal"), new Host("192.168.1.20"));
        authority = site.certificates().authority();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static HttpResponse<byte[]> file(String name) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(site.address().resolve("/enrol/" + name))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void thePageIsForEverybodyAndShowsWhereToGoAndWhatToCompare() {
        String page = Surfer.plain(site.surfer().get("/enrol"));
        int port = site.running().httpsPort();
        assertThat(page)
                .contains("https://gate.corridor.internal:" + port + "/enrol", "https://192.168.1.20:" + port + "/")
                .contains(SquareCode.of("https://gate.corridor.internal:" + port + "/enrol")
                        .path())
                .contains("Pass over the warning this once")
                .contains(authority.name())
                .contains(authority.fingerprint())
                .contains(authority.bounds())
                .doesNotContain("localhost:", "127.0.0.1:" + port);
        assertThat(page).contains("Android", "iPhone", "Windows", "macOS", "Linux", "Firefox");
    }

    @Test
    void theCodeIsOfTheAddressThatIsChosenAndOfNoneThatIsNotTheNodes() {
        int port = site.running().httpsPort();
        assertThat(site.surfer().get("/enrol?at=192.168.1.20").body())
                .contains(
                        SquareCode.of("https://192.168.1.20:" + port + "/enrol").path());
        for (String wrong : new String[] {"evil.example", "<script>", "localhost", ""}) {
            assertThat(site.surfer()
                            .get("/enrol?at=" + java.net.URLEncoder.encode(wrong, StandardCharsets.UTF_8))
                            .body())
                    .contains(SquareCode.of("https://gate.corridor.internal:" + port + "/enrol")
                            .path())
                    .doesNotContain("://evil.example", "<script>");
        }
    }

    @Test
    void theFileIsTheCertificateInTheFormThatEachSystemTakes() throws Exception {
        HttpResponse<byte[]> der = file("authority.crt");
        assertThat(der.body()).isEqualTo(authority.der());
        assertThat(der.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
        assertThat(der.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"clearway-[0-9a-f]{8}\\.crt\"");

        HttpResponse<byte[]> pem = file("authority.pem");
        assertThat(pem.headers().firstValue("Content-Type")).contains("application/x-pem-file");
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.body())))
                .isEqualTo(authority.certificate());
    }

    @Test
    void aProfileForTelephonesHoldsTheCertificateAndNothingElse() throws Exception {
        HttpResponse<byte[]> profile = file("authority.mobileconfig");
        assertThat(profile.headers().firstValue("Content-Type")).contains("application/x-apple-aspen-config");
        assertThat(profile.headers().firstValue("Content-Disposition")).isEmpty();
        String text = new String(profile.body(), StandardCharsets.UTF_8);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var parsed = factory.newDocumentBuilder().parse(new InputSource(new java.io.StringReader(text)));
        assertThat(parsed.getElementsByTagName("dict").getLength()).isEqualTo(2);
        Matcher data = Pattern.compile("<data>([^<]*)</data>").matcher(text);
        assertThat(data.find()).isTrue();
        assertThat(Base64.getDecoder().decode(data.group(1))).isEqualTo(authority.der());
        assertThat(text).contains("com.apple.security.root").doesNotContain("{");
        assertThat(file("authority.mobileconfig").body()).as("twice is one").isEqualTo(profile.body());
    }

    @Test
    void whoRunsTheNodeFindsThePageAndOtherDesksAreNotShownIt() {
        Surfer administrator = site.surfer();
        administrator.signIn(Role.ADMINISTRATOR);
        assertThat(administrator.get("/").body()).contains("href=\"/enrol\"", "Enrol a machine");
        assertThat(administrator.get("/accounts").body()).contains("href=\"/enrol\"");
        Surfer press = site.surfer();
        press.signIn(Role.PRESS);
        assertThat(press.get("/").body()).doesNotContain("href=\"/enrol\"");
        assertThat(press.get("/enrol").statusCode()).isEqualTo(200);
    }

    @Test
    void aNodeThatIsNotOpenSaysHowItIsOpened() {
        try (Site closed = Site.in(folder.resolve("closed"))) {
            assertThat(Surfer.plain(closed.surfer().get("/enrol")))
                    .contains(
                            "clearway serve --lan",
                            closed.certificates().authority().name())
                    .doesNotContain("https://", "<svg role");
        }
    }
}
