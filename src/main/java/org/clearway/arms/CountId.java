// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import org.clearway.language.Problem;

/// Names a count of a store: eight random characters that mean nothing.
public record CountId(String text) {
    /// @throws Problem `arms.count-unknown`
    public CountId {
        if (!Letters.are(text, 8)) throw Problem.of("arms.count-unknown", "value", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
