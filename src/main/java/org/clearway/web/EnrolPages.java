// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clearway.access.Deed;
import org.clearway.trust.Authority;
import org.clearway.trust.Certificates;
import org.clearway.trust.Host;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How a machine is told to trust this node: a page to read and to print, and the file to install.
/// For everybody: there is no secret in it, and who needs it cannot sign in yet.
@Controller
final class EnrolPages implements Door.Keeper {
    static final String PATH = "/enrol";

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/x-x509-ca-cert");
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
    private static final MediaType PROFILE = MediaType.parseMediaType("application/x-apple-aspen-config");

    private final Certificates certificates;
    private final Entrances entrances;

    EnrolPages(Certificates certificates, Entrances entrances) {
        this.certificates = certificates;
        this.entrances = entrances;
    }

    /// A kind of machine, and how it is told.
    private record Kind(String name, List<Step> steps) {
        /// @param commands what is typed at which step, with {@link #FILE} for the name of the file
        static Kind of(String name, int steps, Map<Integer, String> commands) {
            return new Kind(
                    "trust." + name,
                    IntStream.rangeClosed(1, steps)
                            .mapToObj(step -> new Step("trust." + name + "." + step, commands.getOrDefault(step, "")))
                            .toList());
        }

        Kind with(String file) {
            return new Kind(
                    name,
                    steps.stream()
                            .map(step -> new Step(step.word(), step.command().replace(FILE, file)))
                            .toList());
        }
    }

    /// @param command what is to be typed; empty where nothing is
    private record Step(String word, String command) {}

    private static final String FILE = "{file}";

    private static final List<Kind> KINDS = List.of(
            Kind.of("android", 4, Map.of()),
            Kind.of("ios", 4, Map.of()),
            Kind.of("windows", 4, Map.of(1, "certutil -dump {file}.crt")),
            Kind.of("macos", 4, Map.of()),
            Kind.of(
                    "linux",
                    3,
                    Map.of(
                            1,
                            "openssl x509 -noout -fingerprint -sha256 -in {file}.pem",
                            2,
                            "cp {file}.pem /usr/local/share/ca-certificates/{file}.crt\n" + "update-ca-certificates")),
            Kind.of("firefox", 3, Map.of()));

    @Override
    public List<Door> doors() {
        return List.of(new Door(PATH, "trust.enrol", Deed.MANAGE_ACCOUNTS, 85));
    }

    /// @param at the name or address that the code leads to, where the node has several
    @Needs(Deed.READ_PUBLISHED)
    @GetMapping(PATH)
    ModelAndView enrol(HttpServletRequest request, Visit visit, @RequestParam Optional<String> at) {
        Words words = visit.words();
        Authority authority = certificates.authority();
        List<Host> hosts = entrances.hosts();
        Optional<Host> chosen = at.flatMap(Host::asked)
                .filter(hosts::contains)
                .or(() -> hosts.stream().findFirst());
        return new ModelAndView("enrol")
                .addObject("open", entrances.areOpen())
                .addObject("inTheClear", Entrance.of(request) == Entrance.ENROLMENT)
                .addObject("clearFirst", entrances.enrolmentPort().isPresent())
                .addObject("first", chosen.map(this::first).orElse(""))
                .addObject("square", chosen.map(host -> SquareCode.of(first(host))))
                .addObject("work", chosen.map(this::work).orElse(""))
                .addObject(
                        "others",
                        hosts.stream()
                                .filter(host -> !host.equals(chosen.orElse(null)))
                                .map(host -> Map.of("at", host.text(), "work", work(host)))
                                .toList())
                .addObject("name", authority.name())
                .addObject("groups", authority.fingerprint())
                .addObject("until", words.day(authority.until()))
                .addObject("endsSoon", certificates.authorityEndsSoon())
                .addObject("bounds", authority.bounds())
                .addObject(
                        "kinds",
                        KINDS.stream()
                                .map(kind -> kind.with(authority.fileName()))
                                .toList());
    }

    /// Where a machine goes that does not trust this node yet.
    private String first(Host host) {
        return entrances.enrolmentPort().isPresent()
                ? "http://" + host.inAddress() + ":" + entrances.enrolmentPort().getAsInt() + PATH
                : work(host) + PATH.substring(1);
    }

    private String work(Host host) {
        return "https://" + host.inAddress() + ":" + entrances.httpsPort() + "/";
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping(PATH + "/authority.crt")
    ResponseEntity<byte[]> certificate() {
        Authority authority = certificates.authority();
        return file(authority.fileName() + ".crt", CERTIFICATE, authority.der());
    }

    @Needs(Deed.READ_PUBLISHED)
    @GetMapping(PATH + "/authority.pem")
    ResponseEntity<byte[]> letters() {
        Authority authority = certificates.authority();
        return file(authority.fileName() + ".pem", PEM, authority.pem().getBytes(StandardCharsets.US_ASCII));
    }

    /// A telephone of this maker opens a profile where it meets it, and not one that is saved.
    @Needs(Deed.READ_PUBLISHED)
    @GetMapping(PATH + "/authority.mobileconfig")
    ResponseEntity<byte[]> profile(Visit visit) {
        return ResponseEntity.ok()
                .contentType(PROFILE)
                .body(profile(certificates.authority(), visit.words()).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type)
                .body(content);
    }

    /// A configuration profile that holds a root certificate and nothing else. The same authority
    /// has the same profile, so that installing it twice leaves one.
    private static String profile(Authority authority, Words words) {
        UUID whole = UUID.nameUUIDFromBytes(("profile " + authority.fingerprint()).getBytes(StandardCharsets.UTF_8));
        UUID part = UUID.nameUUIDFromBytes(("root " + authority.fingerprint()).getBytes(StandardCharsets.UTF_8));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>PayloadContent</key>
                  <array>
                    <dict>
                      <key>PayloadCertificateFileName</key><string>{file}.crt</string>
                      <key>PayloadContent</key><data>{der}</data>
                      <key>PayloadDisplayName</key><string>{name}</string>
                      <key>PayloadIdentifier</key><string>org.clearway.trust.{part}</string>
                      <key>PayloadType</key><string>com.apple.security.root</string>
                      <key>PayloadUUID</key><string>{part}</string>
                      <key>PayloadVersion</key><integer>1</integer>
                    </dict>
                  </array>
                  <key>PayloadDescription</key><string>{what}</string>
                  <key>PayloadDisplayName</key><string>{name}</string>
                  <key>PayloadIdentifier</key><string>org.clearway.trust.{whole}</string>
                  <key>PayloadRemovalDisallowed</key><false/>
                  <key>PayloadType</key><string>Configuration</string>
                  <key>PayloadUUID</key><string>{whole}</string>
                  <key>PayloadVersion</key><integer>1</integer>
                </dict>
                </plist>
                """.replace("{file}", authority.fileName())
                .replace("{der}", Base64.getEncoder().encodeToString(authority.der()))
                .replace("{name}", authority.name())
                .replace("{part}", part.toString())
                .replace("{whole}", whole.toString())
                .replace("{what}", org.springframework.web.util.HtmlUtils.htmlEscapeDecimal(words.say("trust.title")));
    }
}
