// SPDX-License-Identifier: Apache-2.0
package org.clearway;

/// Exit codes, the same as those of `./clearway` itself.
final class ExitCode {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /// What was asked for was done, and says that something needs somebody. 3 is the script's own.
    static final int ATTENTION = 4;

    private ExitCode() {}
}
