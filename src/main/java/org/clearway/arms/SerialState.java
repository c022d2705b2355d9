// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// What became of a serial number, as it is written.
enum SerialState {
    STAMPED,
    NONE,
    ERASED
}
