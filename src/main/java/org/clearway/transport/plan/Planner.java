// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.util.Collection;

/// Proposes who goes in which vehicle next. Whatever stands behind it keeps to this: a party goes
/// whole into one room or into none; no room takes more than it has free; nobody is proposed to a
/// place that is not theirs; and the answer depends on what is asked alone, in whatever order it is
/// told.
@FunctionalInterface
public interface Planner {
    /// @throws IllegalArgumentException where two parties or two rooms have the same id
    <P extends Comparable<? super P>, R extends Comparable<? super R>, D> Proposal<P, R> propose(
            Collection<Party<P, D>> waiting, Collection<Room<R, D>> rooms);
}
