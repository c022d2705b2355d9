// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import org.clearway.access.Actor;

/// What an open account may do now, and since when its password is what it is.
///
/// @param passwordSince the journal's position at which the password was set; whoever signed in before it must do so
///     again
/// @param mustChange whether it must be changed before anything else
public record Standing(Actor actor, long passwordSince, boolean mustChange) {}
