// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.util.Locale;

/// The form of a file.
public enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// How a file's name ends, without the dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
