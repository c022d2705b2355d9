// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.UUID;

/// One time that somebody entered what stands on a sheet, named after the first of its acts.
record SittingId(UUID act) {
    @Override
    public String toString() {
        return act.toString();
    }
}
