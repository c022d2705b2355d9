// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Certificates as they are written (X.509 version 3, RFC 5280) and signed, with ECDSA on P-256,
/// which every system that is still in use can check.
final class Signed {
    private static final String CURVE = "secp256r1";
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final int SERIAL_BITS = 127;
    private static final int LONGEST_NAME = 64;
    private static final int IDENTIFIER_BYTES = 20;

    private Signed() {}

    /// From when until when a certificate holds.
    record Term(Instant from, Instant until) {}

    static KeyPair keys(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Who signs.
    record Issuer(X500Name name, KeyPair keys) {
        static Issuer of(String name, KeyPair keys) {
            return new Issuer(named(name), keys);
        }

        static Issuer of(X509Certificate certificate, PrivateKey key) {
            return new Issuer(
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                    new KeyPair(certificate.getPublicKey(), key));
        }
    }

    /// An authority for servers within `bounds`.
    ///
    /// @param below how many authorities there may be below it, one under the other
    static X509Certificate authority(
            String name, PublicKey key, int below, Issuer by, Bounds bounds, Term term, SecureRandom chance) {
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            extensions.addExtension(Extension.nameConstraints, true, bounds.asn1());
            return write(named(name), key, by, term, extensions, chance);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A server that is reached at `hosts`.
    static X509Certificate server(Collection<Host> hosts, PublicKey key, Issuer by, Term term, SecureRandom chance) {
        try {
            var extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(hosts.stream().map(Signed::named).toArray(GeneralName[]::new)));
            String first = hosts.iterator().next().text();
            return write(named(first.length() > LONGEST_NAME ? "Clearway" : first), key, by, term, extensions, chance);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate write(
            X500Name subject, PublicKey key, Issuer by, Term term, ExtensionsGenerator extensions, SecureRandom chance)
            throws IOException {
        extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        extensions.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(identifier(by.keys().getPublic())));
        var content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, chance).setBit(SERIAL_BITS - 1)));
        content.setSignature(ECDSA);
        content.setIssuer(by.name());
        content.setSubject(subject);
        content.setStartDate(new Time(Date.from(term.from())));
        content.setEndDate(new Time(Date.from(term.until())));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        content.setExtensions(extensions.generate());
        byte[] signed = content.generateTBSCertificate().getEncoded("DER");
        var whole = new ASN1EncodableVector();
        whole.add(content.generateTBSCertificate());
        whole.add(ECDSA);
        whole.add(new DERBitString(signature(signed, by.keys().getPrivate(), chance)));
        return read(new DERSequence(whole).getEncoded("DER"));
    }

    private static byte[] signature(byte[] text, PrivateKey by, SecureRandom chance) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(by, chance);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first way of RFC 7093, 2: the leftmost 160 bits of the SHA-256 of the key.
    private static byte[] identifier(PublicKey key) {
        try {
            byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), IDENTIFIER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static GeneralName named(Host host) {
        return new GeneralName(host.isAddress() ? GeneralName.iPAddress : GeneralName.dNSName, host.text());
    }
}
