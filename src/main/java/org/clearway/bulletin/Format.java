// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

/// The form that a bulletin is rendered in.
public enum Format {
    /// Lines of text, for mail and for a terminal.
    PLAIN,
    /// A fragment for a page: an `article`, without styles, scripts or anything loaded from elsewhere.
    HTML
}
