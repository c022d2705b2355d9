// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// Whether what is notified stays where it is.
public enum NotificationKind {
    STATIC,
    MOVEMENT
}
