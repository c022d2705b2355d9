// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

/// How much of an area is meant.
public enum Extent {
    WHOLE,
    /// Parts of it, and nobody has said exactly which.
    PARTS
}
