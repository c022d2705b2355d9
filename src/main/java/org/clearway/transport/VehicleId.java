// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import org.clearway.language.Slug;

/// What a node calls a vehicle, on the radio too: a slug such as `bus-07`. Never its plate.
public record VehicleId(String slug) implements Comparable<VehicleId> {
    /// @throws org.clearway.language.Problem `transport.id`
    public VehicleId {
        Slug.require("transport.id", slug);
    }

    @Override
    public int compareTo(VehicleId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
