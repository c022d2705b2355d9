// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why a vehicle whose manifest was taken in does not come here.
public enum NotComing {
    /// It went back to where it came from, with all who are on it.
    TURNED_BACK,
    /// It goes, or went, to another safe area.
    SENT_ELSEWHERE,
    /// Who sealed it says that it holds no longer, and that nobody travels by it.
    MANIFEST_WITHDRAWN
}
