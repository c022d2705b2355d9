// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How stock comes and goes at a point. Goods that go from one point to another are a {@link Dispatch}; what services
/// take is told by the services.
public enum MoveKind {
    RECEIPT,
    /// Handed out other than by a service with a recipe.
    ISSUE,
    LOSS,
    ADJUSTED_UP,
    ADJUSTED_DOWN
}
