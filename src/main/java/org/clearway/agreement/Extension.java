// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// What an agreement says about the end of its term.
public enum Extension {
    AUTO_BY_CONSENSUS,
    /// The parties must agree on it anew.
    BY_NEW_AGREEMENT,
    NOT_STATED
}
