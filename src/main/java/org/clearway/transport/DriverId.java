// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import org.clearway.language.Slug;

/// What a driver is called at the desks: the number on a badge, such as `driver-12`. Never a name.
public record DriverId(String slug) {
    /// @throws org.clearway.language.Problem `transport.id`
    public DriverId {
        Slug.require("transport.id", slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
