// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.IOException;

/// Takes the lines of a table, one after the other.
interface Lines {
    void take(Line line) throws IOException;
}
