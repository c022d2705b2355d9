// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.clearway.journal.TestNode;
import org.clearway.language.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final Host GATE = new Host("gate.corridor.internal");
    private static final Host ADDRESS = new Host("192.168.1.20");
    private static final Instant START = Instant.parse("2026-05-12T06:00:00Z");

    private final TestNode.TestClock clock = new TestNode.TestClock(START);
    private final TestNode node;
    private Certificates certificates;

    CertificatesTest(@TempDir Path folder) {
        node = TestNode.in(folder.resolve("node"));
        certificates = new Certificates(node.journal(), clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Certificates again() {
        node.reopen();
        return new Certificates(node.journal(), clock, new SecureRandom());
    }

    private static List<Instant> term(X509Certificate certificate) {
        return List.of(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /// As every system does that trusts the root.
    private void check(X509Certificate certificate) throws Exception {
        Authority authority = certificates.authority();
        var how = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        how.setRevocationEnabled(false);
        how.setDate(Date.from(clock.instant()));
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509")
                                .generateCertPath(List.of(certificate, authority.signer())),
                        how);
    }

    @Test
    void theAuthorityIsMadeOnceAndStaysTheSameWhenTheNodeIsOpenedAgain() {
        Authority made = certificates.authority();
        assertThat(certificates.authority()).isEqualTo(made);
        certificates = again();
        assertThat(certificates.authority()).isEqualTo(made);
        assertThat(made.name()).startsWith("Clearway ").endsWith(" 2026-05-12");
        assertThat(Duration.between(START, made.until())).isBetween(Duration.ofDays(1800), Duration.ofDays(1830));
        assertThat(made.from()).isBefore(START.minus(Duration.ofDays(1)));
    }

    @Test
    void theKeyOfTheAuthorityIsInNoFileInTheClear() throws IOException {
        certificates.authority();
        PrivateKey key = authorityKey();
        byte[] number = ((java.security.interfaces.ECPrivateKey) key).getS().toByteArray();
        String secret = HexFormat.of().formatHex(number, number.length - 31, number.length);
        var files = new ArrayList<String>();
        try (Stream<Path> all = Files.walk(node.journal().folder().path())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(file.getFileName().toString());
                assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
        assertThat(files).contains("keys.db", "clearway.db");
    }

    @Test
    void theKeyThatIsKeptIsTheSignersAndTheRootsIsGone() throws Exception {
        Authority authority = certificates.authority();
        X509Certificate signed = Signed.server(
                List.of(GATE),
                Signed.keys(new SecureRandom()).getPublic(),
                Signed.Issuer.of(authority.certificate(), authorityKey()),
                new Signed.Term(START, START.plusSeconds(9)),
                new SecureRandom());
        signed.verify(authority.signer().getPublicKey());
        assertThatThrownBy(() -> signed.verify(authority.certificate().getPublicKey()))
                .isInstanceOf(SignatureException.class);
        authority.signer().verify(authority.certificate().getPublicKey());
    }

    /// What lies sealed among the keys, opened as the node does with its passphrase.
    private PrivateKey authorityKey() {
        try {
            var kept =
                    ASN1Sequence.getInstance(node.journal().secret("authority").orElseThrow());
            return java.security.KeyFactory.getInstance("EC")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(
                            ASN1OctetString.getInstance(kept.getObjectAt(2)).getOctets()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCertificateIsForTheHostsAndTheMachineItselfAndHoldsForThreeMonths() throws Exception {
        Proof proof = certificates.prove(List.of(GATE, ADDRESS, new Host("fd00::2")));
        check(proof.certificate());
        assertThat(proof.hosts())
                .extracting(Host::text)
                .containsExactly("gate.corridor.internal", "192.168.1.20", "fd00::2", "localhost", "127.0.0.1", "::1");
        assertThat(proof.certificate().getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("gate.corridor.internal", "192.168.1.20", "localhost", "127.0.0.1");
        assertThat(proof.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(proof.certificate().getBasicConstraints()).isEqualTo(-1);
        List<Instant> term = term(proof.certificate());
        assertThat(Duration.between(term.getFirst(), term.getLast())).isLessThan(Duration.ofDays(397));
        assertThat(term.getFirst()).as("a telephone's clock may be behind").isBefore(START.minus(Duration.ofDays(1)));
        assertThat(proof.toString()).doesNotContain("PrivateKey");
    }

    @Test
    void twoCertificatesShareNeitherKeyNorNumber() {
        Proof one = certificates.prove(List.of(GATE));
        Proof other = certificates.prove(List.of(GATE));
        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(one.certificate().getSerialNumber())
                .isNotEqualTo(other.certificate().getSerialNumber());
    }

    @Test
    void whoeverHasTheKeyOfTheAuthorityCanPassForNoPageOfTheWorld() {
        KeyPair stolen = Signed.keys(new SecureRandom());
        for (String elsewhere :
                List.of("bank.example", "mail.example.org", "8.8.8.8", "2001:db8::1", "internal.example")) {
            var forged = Signed.server(
                    List.of(new Host(elsewhere)),
                    stolen.getPublic(),
                    Signed.Issuer.of(certificates.authority().signer(), authorityKey()),
                    new Signed.Term(START, START.plus(Duration.ofDays(9))),
                    new SecureRandom());
            assertThatThrownBy(() -> check(forged)).as(elsewhere).isInstanceOf(CertPathValidatorException.class);
        }
        Authority authority = certificates.authority();
        assertThat(authority.signer().getBasicConstraints())
                .as("no authority below it")
                .isZero();
        for (X509Certificate one : List.of(authority.certificate(), authority.signer())) {
            assertThat(one.getCriticalExtensionOIDs()).contains("2.5.29.30", "2.5.29.19", "2.5.29.15");
        }
        assertThat(certificates.authority().bounds())
                .contains("internal", "local", "10.0.0.0/8", "192.168.0.0/16", "fc00::/7")
                .doesNotContain("0.0.0.0/0");
    }

    @Test
    void aNameBeyondItsBoundsIsRefusedUntilAnAuthorityIsMadeForIt() throws Exception {
        Host centre = new Host("clearway.mission.example");
        Host address = new Host("203.0.113.7");
        assertThatThrownBy(() -> certificates.prove(List.of(centre)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("clearway.mission.example")
                .hasMessageContaining("certificate renew");
        Authority before = certificates.authority();
        Authority after = certificates.renew(List.of(centre, address));
        assertThat(after).isNotEqualTo(before);
        assertThat(after.bounds()).contains("clearway.mission.example", "203.0.113.7/32");
        check(certificates.prove(List.of(centre, address, GATE)).certificate());
        certificates = again();
        assertThat(certificates.authority()).isEqualTo(after);
    }

    @Test
    void aCertificateIsReplacedAMonthBeforeItsEndAndWhenTheNodeIsReachedElsewhere() {
        Proof proof = certificates.prove(List.of(GATE, ADDRESS));
        assertThat(certificates.mustReplace(proof, List.of(GATE, ADDRESS))).isFalse();
        assertThat(certificates.mustReplace(proof, List.of(GATE, new Host("10.0.0.7"))))
                .as("the laptop was given another address")
                .isTrue();
        assertThat(certificates.mustReplace(proof, List.of(GATE))).isTrue();
        clock.set(proof.until().minus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(certificates.mustReplace(proof, List.of(GATE, ADDRESS))).isFalse();
        clock.set(proof.until().minus(Duration.ofDays(30)).plusSeconds(1));
        assertThat(certificates.mustReplace(proof, List.of(GATE, ADDRESS))).isTrue();
    }

    @Test
    void aCertificateOfAnAuthorityThatWasReplacedIsReplaced() {
        Proof proof = certificates.prove(List.of(GATE));
        certificates.renew(List.of());
        assertThat(certificates.mustReplace(proof, List.of(GATE))).isTrue();
    }

    @Test
    void noCertificateOutlivesItsAuthorityAndTheLastOneIsNotMadeAgainAndAgain() {
        Instant end = certificates.authority().until();
        clock.set(end.minus(Duration.ofDays(40)));
        assertThat(certificates.authorityEndsSoon()).isTrue();
        Proof last = certificates.prove(List.of(GATE));
        assertThat(last.until()).isEqualTo(end);
        clock.set(end.minus(Duration.ofDays(2)));
        assertThat(certificates.mustReplace(last, List.of(GATE))).isFalse();
    }

    /// The battery of an old laptop's clock is empty: it wakes in another year.
    @Test
    void aClockInAnotherYearIsSaidAndTheAuthorityStays() {
        Authority made = certificates.authority();
        for (String wrong : List.of("1970-01-01T00:00:00Z", "2038-01-19T03:14:08Z")) {
            clock.set(Instant.parse(wrong));
            assertThatThrownBy(() -> certificates.prove(List.of(GATE)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(wrong.substring(0, 10))
                    .hasMessageContaining("Look at the clock first");
            assertThat(certificates.authority()).isEqualTo(made);
        }
    }

    @Test
    void theFingerprintIsThatOfTheFileInGroupsThatPeopleCompare() throws Exception {
        Authority authority = certificates.authority();
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(authority.der());
        assertThat(authority.fingerprint()).hasSize(8).allMatch(group -> group.matches("[0-9A-F]{2}( [0-9A-F]{2}){3}"));
        assertThat(String.join(" ", authority.fingerprint()).replace(" ", ""))
                .isEqualTo(HexFormat.of().withUpperCase().formatHex(digest));
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(authority.pem().getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(authority.certificate());
    }
}
