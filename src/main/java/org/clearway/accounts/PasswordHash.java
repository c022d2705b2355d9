// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.clearway.access.AccountId;

/// An Argon2id hash of a password (RFC 9106), in the text form that other programs read too:
/// `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`. The account's name is bound into it as associated data, so that a hash
/// moved to another account opens nothing there.
record PasswordHash(int memoryKib, int passes, byte[] salt, byte[] hash) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    static PasswordHash make(AccountId account, String password, Strength strength, SecureRandom chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return new PasswordHash(
                strength.memoryKib(),
                strength.passes(),
                salt,
                work(account, password, strength.memoryKib(), strength.passes(), salt));
    }

    boolean opensFor(AccountId account, String password) {
        return MessageDigest.isEqual(hash, work(account, password, memoryKib, passes, salt));
    }

    String line() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s",
                memoryKib,
                passes,
                base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    /// Reads what {@link #line()} wrote.
    static PasswordHash ofLine(String line) {
        String[] parts = line.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalArgumentException("Not an Argon2id hash of version 19.");
        }
        String[] costs = parts[3].split(",", -1);
        return new PasswordHash(
                Integer.parseInt(costs[0].substring("m=".length())),
                Integer.parseInt(costs[1].substring("t=".length())),
                Base64.getDecoder().decode(parts[4]),
                Base64.getDecoder().decode(parts[5]));
    }

    private static byte[] work(AccountId account, String password, int memoryKib, int passes, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .withAdditional(account.name().getBytes(StandardCharsets.UTF_8))
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(Password.normal(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
