// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.PrintStream;

/// Where a command writes: the product to `out`, everything said about it to `err`.
record Terminal(PrintStream out, PrintStream err) {}
