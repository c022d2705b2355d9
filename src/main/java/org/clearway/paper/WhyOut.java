// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

/// Why nothing will be entered from a sheet.
public enum WhyOut {
    SPOILT,
    LOST,
    NOT_USED
}
