// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// What a node shows to be the one that is reached at `hosts`: a certificate of its authority, and
/// the key to it. It lives in memory alone.
///
/// @param hosts the first is the one that people are told of first
public record Proof(PrivateKey key, X509Certificate certificate, Authority authority, List<Host> hosts) {
    public Proof {
        hosts = List.copyOf(hosts);
    }

    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /// What a node shows of itself, up to what machines were told to trust and without that.
    public List<X509Certificate> chain() {
        return List.of(certificate, authority.signer());
    }

    /// Without the key.
    @Override
    public String toString() {
        return "Proof[" + hosts + " until " + until() + "]";
    }
}
