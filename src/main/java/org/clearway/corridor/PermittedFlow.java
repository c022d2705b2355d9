// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

/// Who and what may pass a corridor (practice §2.2).
public enum PermittedFlow {
    CIVILIANS_OUT,
    CIVILIANS_RETURN,
    AID_IN,
    WOUNDED_SICK,
    PRIVATE_VEHICLES,
    LIVESTOCK,
    PERSONS_LAYING_DOWN_ARMS,
    REMAINS,
    FAMILY_VISIT
}
