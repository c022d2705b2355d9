// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What an item is counted in. Whole ones only.
public enum StockUnit {
    PIECE,
    LITRE,
    PORTION,
    SET,
    KIT,
    TABLET
}
