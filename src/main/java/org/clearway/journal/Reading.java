// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The views, to be read: as they are now, or as they were at some moment.
public interface Reading extends AutoCloseable {
    /// Queries only.
    JdbcClient rows();

    /// The moment whose knowledge this is.
    Instant knownAt();

    @Override
    default void close() {}
}
