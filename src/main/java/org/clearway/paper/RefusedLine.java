// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import org.clearway.language.Problem;

/// A line of a sheet that its desk refused. What stands above it is on record.
public final class RefusedLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Problem problem;

    RefusedLine(int line, Problem problem) {
        super(problem);
        this.line = line;
        this.problem = problem;
    }

    public int line() {
        return line;
    }

    public Problem problem() {
        return problem;
    }
}
