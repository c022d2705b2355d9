// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Collection;
import org.clearway.transport.plan.NextInLine;
import org.clearway.transport.plan.Party;
import org.clearway.transport.plan.Planner;
import org.clearway.transport.plan.Proposal;
import org.clearway.transport.plan.Room;
import org.clearway.transport.plan.Spaces;

/// The planner that is asked who boards next, and vehicles and households in its words.
final class Planning {
    /// The one place to put a cleverer planner.
    private static final Planner PLANNER = new NextInLine();

    private Planning() {}

    static <P extends Comparable<? super P>, R extends Comparable<? super R>, D> Proposal<P, R> propose(
            Collection<Party<P, D>> waiting, Collection<Room<R, D>> rooms) {
        return PLANNER.propose(waiting, rooms);
    }

    static Spaces taken(Load load) {
        return new Spaces(load.seats(), load.bays(), load.stretchers(), load.escorts());
    }

    static Spaces free(Capacity left) {
        return new Spaces(left.seats(), left.bays(), left.stretchers(), left.escortSeats());
    }
}
