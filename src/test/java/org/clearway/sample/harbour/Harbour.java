// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.harbour;

import org.clearway.sample.ship.Ship;
import org.springframework.http.HttpStatus;

/// Uses what stands below it, and a part of the web.
public final class Harbour {
    public Berth berth() {
        return new Berth();
    }

    Ship guest() {
        return new Ship();
    }

    HttpStatus full() {
        return HttpStatus.OK;
    }
}
