// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.IOException;

/// A file that is being written.
interface Sheet extends Lines {
    /// Writes the end, by which whoever reads it knows that it is whole. Without it, what was written is no whole file.
    void end(long lines) throws IOException;
}
