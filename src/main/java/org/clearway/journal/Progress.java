// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// Told now and then how far long work has come.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (done, all) -> {};

    void at(long done, long all);
}
