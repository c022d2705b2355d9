// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.NameConstraints;

/// The public half of a node's certificate authority. Nothing of it is secret.
///
/// @param certificate what machines are told to trust; the key that signed it and the signer
///     was forgotten at once
/// @param signer what signs the certificates of the node, bound as the other is: there are
///     systems that hold nobody to bounds whom they were told to trust, and every one those who are
///     below
public record Authority(X509Certificate certificate, X509Certificate signer) {
    private static final int BYTES_IN_A_GROUP = 4;

    /// What certificates call it.
    public String name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN)[0]
                .getFirst()
                .getValue()
                .toString();
    }

    /// The certificate as systems install it (X.509, DER).
    public byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same in letters (RFC 7468).
    public String pem() {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, newLine).encodeToString(der())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// The SHA-256 of the certificate as every system shows it, in eight groups of four bytes (`9F
    /// 02 C4 11`), for people to compare by eye and voice. All of it: who makes keys until the
    /// first groups agree has done so before.
    public List<String> fingerprint() {
        byte[] digest = digest();
        var groups = new ArrayList<String>();
        HexFormat pairs = HexFormat.ofDelimiter(" ").withUpperCase();
        for (int from = 0; from < digest.length; from += BYTES_IN_A_GROUP) {
            groups.add(pairs.formatHex(digest, from, from + BYTES_IN_A_GROUP));
        }
        return List.copyOf(groups);
    }

    /// What the files of this authority are called.
    public String fileName() {
        return "clearway-" + fingerprint().getFirst().replace(" ", "").toLowerCase(Locale.ROOT);
    }

    public Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /// The names, with all below them, and the ranges of addresses that it can vouch for; machines
    /// that trust it believe it about nothing else.
    public List<String> bounds() {
        return permitted().texts();
    }

    public boolean permits(Host host) {
        return permitted().permit(host);
    }

    Bounds permitted() {
        byte[] extension = signer.getExtensionValue(Extension.nameConstraints.getId());
        return Bounds.of(NameConstraints.getInstance(
                ASN1OctetString.getInstance(extension).getOctets()));
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(der());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
