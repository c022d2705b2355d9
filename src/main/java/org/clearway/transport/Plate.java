// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What stands on the plate of a vehicle: letters of any script, digits, spaces and hyphens. By its plate a vehicle is
/// stopped, so that it is kept sealed and never shown without being on record as read.
public record Plate(String text) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} -]{1,16}");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{Nd}]");

    /// @throws Problem `transport.plate`, which does not repeat it
    public Plate {
        text = text.strip().replaceAll("\\s+", " ");
        if (!SHAPE.matcher(text).matches() || !SAYS_SOMETHING.matcher(text).find()) {
            throw Problem.of("transport.plate");
        }
    }

    @Override
    public String toString() {
        return "Plate[…]";
    }
}
