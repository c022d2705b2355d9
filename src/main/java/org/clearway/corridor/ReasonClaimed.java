// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// What somebody says hinders a corridor, or keeps people from using it. A code and not a sentence, so that every
/// language can say it; never a fact of ours: it is told only under the name of whoever claims it (design §2).
public enum ReasonClaimed {
    BLOCKED_BY_ARMED_GROUPS,
    BLOCKED_BY_FORCES,
    APPROACH_SHELLED,
    APPROACH_MINED,
    ROAD_IMPASSABLE,
    PEOPLE_LEAVING_ATTACKED,
    PEOPLE_TURNED_BACK,
    THREATENED_IF_LEAVING,
    AGREEMENT_NOT_KEPT,
    SAFETY_NOT_ASSURED,
    FEAR_OF_ARREST,
    FEAR_OF_CONSCRIPTION,
    FEAR_OF_TORTURE,
    FEAR_OF_DEATH,
    FEAR_OF_SEPARATION,
    FEAR_OF_NO_RETURN,
    FEAR_OF_LOSING_PROPERTY,
    DO_NOT_WISH_TO_LEAVE,
    NOT_INFORMED,
    NO_TRANSPORT
}
