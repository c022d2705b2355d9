// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How a complaint came in.
public enum ComplaintChannel {
    PAGE,
    BOX,
    SPOKEN,
    RADIO_OR_CALL
}
