// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Animals that come with people, by head.
public enum Livestock {
    SHEEP_AND_GOATS,
    CATTLE,
    HORSES_AND_DONKEYS,
    CAMELS,
    OTHER
}
