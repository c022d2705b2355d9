// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

/// Why somebody is signed out.
public enum Ending {
    /// They asked for it.
    ASKED,
    /// They were away for too long.
    IDLE,
    /// Their account was closed, or its password was changed elsewhere.
    ENDED
}
