// SPDX-License-Identifier: Apache-2.0
/// The ceasefire as it is reported: each reporter's ledger of violations, as stated and side by side.
/// Ask {@link org.clearway.ceasefire.Ledgers}. Nothing here adds, averages or merges what two reporters say, and no
/// unknown is filled in from another's ledger. A total that does not agree with its own parts stays as stated, and a
/// {@link org.clearway.ceasefire.SumCheck} says so.
///
/// Fire that our own desks see or hear near a corridor is an observation, and something else than anybody's ledger: ask
/// {@link org.clearway.ceasefire.Fires}.
@NullMarked
package org.clearway.ceasefire;

import org.jspecify.annotations.NullMarked;
