// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// What a line of a stock card tells.
public enum CardKind {
    RECEIVED,
    /// By a service, in an hour.
    GIVEN,
    /// A touch was taken back, and with it what its service had taken.
    UNDONE,
    ISSUED,
    LOST,
    ADJUSTED,
    COUNTED,
    SENT,
    ARRIVED
}
