// SPDX-License-Identifier: Apache-2.0
package org.clearway;

/// Exit codes, the same as those of `./clearway` itself.
final class ExitCode {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
