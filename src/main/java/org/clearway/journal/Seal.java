// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// Seals one component of one entry, and opens it again.
interface Seal {
    /// @param place act, ordinal and component, bound into the seal
    Sealed.Closed<?> close(byte[] clear, String place, Kept kept);
}
