// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why somebody came in with a trip whose manifest does not have them.
public enum ExtraReason {
    GOT_IN_ON_THE_WAY,
    /// They boarded, and nobody counted them.
    NOT_COUNTED_AT_BOARDING
}
