// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

/// What a party is: somebody who signs, guarantees, announces, reports, or is said to hold ground.
public enum PartyKind {
    STATE,
    GOVERNMENT,
    ARMED_GROUPS,
    /// A commission or centre that several parties run together; or one party's part of it.
    JOINT_BODY,
    /// An office of a party, which speaks under its own name.
    OFFICE,
    UN_BODY,
    /// Takes charge of children who come alone.
    CHILD_PROTECTION,
    CIVIL_SOCIETY,
    MEDIA
}
