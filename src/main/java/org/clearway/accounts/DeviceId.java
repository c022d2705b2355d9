// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.UUID;
import org.clearway.language.Problem;

/// A machine from which somebody signed in, by chance alone.
public record DeviceId(UUID chance) {
    /// @throws Problem `accounts.device-unknown`
    public static DeviceId parse(String text) {
        try {
            return new DeviceId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("accounts.device-unknown", "device", text);
        }
    }

    @Override
    public String toString() {
        return chance.toString();
    }
}
