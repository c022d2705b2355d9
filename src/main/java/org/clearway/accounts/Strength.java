// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

/// How much work one guess at a password costs.
public record Strength(int memoryKib, int passes) {
    /// 19 MiB and two passes: the OWASP Password Storage Cheat Sheet's choice for Argon2id on one lane.
    public static final Strength FIELD = new Strength(19_456, 2);

    public Strength {
        if (memoryKib < 8 || passes < 1) {
            throw new IllegalArgumentException(
                    "Argon2id needs at least 8 KiB and one pass, got " + memoryKib + " and " + passes + ".");
        }
    }
}
