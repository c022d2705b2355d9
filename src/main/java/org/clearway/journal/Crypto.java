// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The few pieces of cryptography that the journal uses, each from the JDK or BouncyCastle.
final class Crypto {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Crypto() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// AES-256-GCM; the nonce stands before the ciphertext in what comes back.
    static byte[] encrypt(byte[] key, byte[] nonce, byte[] clear, byte[] bound) {
        try {
            byte[] secret = aes(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(clear);
            byte[] out = Arrays.copyOf(nonce, nonce.length + secret.length);
            System.arraycopy(secret, 0, out, nonce.length, secret.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws AEADBadTagException if it was sealed under another key, for another place, or was changed
    static byte[] decrypt(byte[] key, byte[] nonceAndSecret, byte[] bound) throws AEADBadTagException {
        if (nonceAndSecret.length < NONCE_BYTES) throw new AEADBadTagException("Cut short.");
        try {
            byte[] nonce = Arrays.copyOf(nonceAndSecret, NONCE_BYTES);
            return aes(Cipher.DECRYPT_MODE, key, nonce, bound)
                    .doFinal(nonceAndSecret, NONCE_BYTES, nonceAndSecret.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A nonce of its own for each key, place and text: the same three give the same seal, so that a repeated act has
    /// the same bytes, and no nonce ever serves two texts (but by a collision of 96 bits of HMAC-SHA256).
    static byte[] nonceFor(byte[] key, byte[] place, byte[] clear) {
        return Arrays.copyOf(hmac(key, place, new byte[] {0}, clear), NONCE_BYTES);
    }

    /// Whether `signature` is one of `text` under an Ed25519 key, X.509 encoded, in base64.
    static boolean signed(String verifyingKey, byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(verifyingKey))));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static byte[] argon2id(byte[] secret, byte[] salt, int memoryKib, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        byte[] out = new byte[KEY_BYTES];
        generator.generateBytes(secret, out);
        return out;
    }

    private static Cipher aes(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
