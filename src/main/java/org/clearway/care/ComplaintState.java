// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What became of a complaint. Whoever complained is told this, and no more.
public enum ComplaintState {
    RECEIVED,
    ACKNOWLEDGED,
    CLOSED
}
