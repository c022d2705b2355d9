// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

/// What became of a printed sheet.
public enum SheetState {
    /// Nothing yet: it is blank, out at a desk, or missing.
    PRINTED,
    ENTERED,
    SPOILT,
    LOST,
    NOT_USED
}
