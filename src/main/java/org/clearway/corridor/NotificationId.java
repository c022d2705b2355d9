// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A humanitarian notification, in all its versions, named after the act that recorded the first.
public record NotificationId(UUID act) {
    public static NotificationId of(ActId act) {
        return new NotificationId(act.id());
    }

    /// @throws Problem `corridor.notification-unknown`
    public static NotificationId parse(String text) {
        try {
            return new NotificationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("corridor.notification-unknown", "notification", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
