// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;

/// The certificates of a node: its own authority, whose key lies sealed among the keys of the node,
/// and what it proves itself with to those who trust that. Safe for use by several threads.
public final class Certificates {
    private static final String AUTHORITY = "authority";

    /// A mission rarely lasts longer, and enrolling every machine again is a day's work.
    private static final Duration AUTHORITY_HOLDS = Duration.ofDays(5 * 365);

    /// Whoever copies the key of a running node can pass for it no longer than this. Browsers take
    /// 397 days at most.
    private static final Duration SERVER_HOLDS = Duration.ofDays(90);

    /// A certificate that holds for less than this is replaced.
    private static final Duration REPLACED_BEFORE = Duration.ofDays(30);

    /// Who must enrol all machines anew wants to know a season before.
    private static final Duration ENDS_SOON = Duration.ofDays(90);

    /// Telephones whose clock is behind shall not be turned away.
    private static final Duration BACKDATED = Duration.ofDays(2);

    private static final List<Host> ITSELF = List.of(new Host("localhost"), new Host("127.0.0.1"), new Host("::1"));

    private final Journal journal;
    private final InstantSource clock;
    private final SecureRandom chance;
    private Optional<Sealed> current = Optional.empty();

    /// @param clock the machine's own: who checks a certificate looks at theirs, whatever story
    ///     the journal tells
    public Certificates(Journal journal, InstantSource clock, SecureRandom chance) {
        this.journal = journal;
        this.clock = clock;
        this.chance = chance;
    }

    private record Sealed(Authority authority, PrivateKey key) {}

    /// The authority of this node, made where there is none. One that has run out stays: the clock
    /// may be wrong, and with a new one every machine is a stranger.
    public Authority authority() {
        return sealed().authority();
    }

    /// A new authority in the place of the one before, which every machine must be told to trust anew.
    ///
    /// @param besides what it may vouch for beside private names and addresses
    public synchronized Authority renew(Collection<Host> besides) {
        current = Optional.of(make(Bounds.PRIVATE.with(besides)));
        return authority();
    }

    /// True where the authority holds for a season at most: then it is time to plan for the next.
    public boolean authorityEndsSoon() {
        return authority().until().isBefore(clock.instant().plus(ENDS_SOON));
    }

    /// A fresh key and a certificate for it.
    ///
    /// @param hosts where this node is reached, the first one first; and at itself, in any case
    /// @throws Problem `trust.out-of-bounds`, `trust.not-now`
    public Proof prove(Collection<Host> hosts) {
        Sealed by = sealed();
        checkTime(by.authority());
        List<Host> all = withItself(hosts);
        for (Host host : all) {
            if (!by.authority().permits(host)) throw Problem.of("trust.out-of-bounds", "host", host);
        }
        KeyPair keys = Signed.keys(chance);
        var signer = Signed.Issuer.of(by.authority().signer(), by.key());
        var certificate = Signed.server(all, keys.getPublic(), signer, term(by.authority()), chance);
        return new Proof(keys.getPrivate(), certificate, by.authority(), all);
    }

    /// True where what a node shows is not what it should: it is reached elsewhere now, the
    /// certificate runs out, or it is of an authority that was replaced.
    public boolean mustReplace(Proof proof, Collection<Host> hosts) {
        Authority authority = authority();
        boolean runsOut = proof.until().isBefore(clock.instant().plus(REPLACED_BEFORE))
                && term(authority).until().isAfter(proof.until());
        return runsOut || !proof.authority().equals(authority) || !proof.hosts().equals(withItself(hosts));
    }

    private void checkTime(Authority authority) {
        Instant now = clock.instant();
        if (now.isBefore(authority.from()) || !now.isBefore(authority.until())) {
            throw new Problem(
                    "trust.not-now",
                    Map.of("now", day(now), "from", day(authority.from()), "until", day(authority.until())));
        }
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static List<Host> withItself(Collection<Host> hosts) {
        return Stream.concat(hosts.stream(), ITSELF.stream()).distinct().toList();
    }

    private Signed.Term term(Authority authority) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant from = now.minus(BACKDATED);
        Instant until = now.plus(SERVER_HOLDS);
        return new Signed.Term(
                from.isBefore(authority.from()) ? authority.from() : from,
                until.isAfter(authority.until()) ? authority.until() : until);
    }

    private synchronized Sealed sealed() {
        if (current.isEmpty()) current = journal.secret(AUTHORITY).map(Certificates::read);
        Sealed known = current.orElseGet(() -> make(Bounds.PRIVATE));
        current = Optional.of(known);
        return known;
    }

    /// The key of the root is used for the signer and itself, and then nobody has it.
    private Sealed make(Bounds bounds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String name = "Clearway " + journal.stream().node().substring(0, 8) + " " + day(now);
        var term = new Signed.Term(now.minus(BACKDATED), now.plus(AUTHORITY_HOLDS));
        var root = Signed.Issuer.of(name, Signed.keys(chance));
        KeyPair signer = Signed.keys(chance);
        var authority = new Authority(
                Signed.authority(name, root.keys().getPublic(), 1, root, bounds, term, chance),
                Signed.authority(name + " signer", signer.getPublic(), 0, root, bounds, term, chance));
        var made = new Sealed(authority, signer.getPrivate());
        journal.keepSecret(AUTHORITY, written(made));
        return made;
    }

    /// Certificates and key belong together, so they are kept as one.
    private static byte[] written(Sealed made) {
        try {
            return new DERSequence(new DEROctetString[] {
                        new DEROctetString(made.authority().certificate().getEncoded()),
                        new DEROctetString(made.authority().signer().getEncoded()),
                        new DEROctetString(made.key().getEncoded())
                    })
                    .getEncoded();
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sealed read(byte[] written) {
        try {
            var parts = ASN1Sequence.getInstance(written);
            var authority = new Authority(Signed.read(part(parts, 0)), Signed.read(part(parts, 1)));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(part(parts, 2)));
            return new Sealed(authority, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] part(ASN1Sequence parts, int place) {
        return ASN1OctetString.getInstance(parts.getObjectAt(place)).getOctets();
    }
}
