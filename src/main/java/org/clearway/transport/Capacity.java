// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import java.util.stream.LongStream;
import org.clearway.language.Problem;

/// What a vehicle can take, or has left to take.
///
/// @param seats for those who travel, the driver's and the escorts' left out
/// @param bays for people who travel in their wheelchairs
/// @param stretchers for people who travel lying
/// @param escortSeats for escorts, who are no travellers: of a child who was handed over, of patients
/// @param luggage pieces; told to those who load it, and keeps nobody from a seat
public record Capacity(long seats, long bays, long stretchers, long escortSeats, long luggage) {
    /// More than any road vehicle has of anything.
    static final long MOST = 500;

    /// @throws Problem `transport.capacity`
    public Capacity {
        LongStream.of(seats, bays, stretchers, escortSeats, luggage).forEach(number -> {
            if (number < 0 || number > MOST) {
                throw new Problem(
                        "transport.capacity", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
            }
        });
    }

    /// How many people can travel in it, escorts left out.
    public long people() {
        return seats + bays + stretchers;
    }

    public boolean holds(Load load) {
        return load.seats() <= seats
                && load.bays() <= bays
                && load.stretchers() <= stretchers
                && load.escorts() <= escortSeats;
    }

    /// What is left of it beside `load` and so many pieces of luggage; nothing where they take more than there is.
    Capacity without(Load load, long pieces) {
        return new Capacity(
                Math.max(0, seats - load.seats()),
                Math.max(0, bays - load.bays()),
                Math.max(0, stretchers - load.stretchers()),
                Math.max(0, escortSeats - load.escorts()),
                Math.max(0, luggage - pieces));
    }
}
