// SPDX-License-Identifier: Apache-2.0
/// The program as it is started: the main class, the commands of `./clearway`, the wiring of the capabilities, the
/// benches. The one package that asks the machine for the time, its zone, its locale and chance, and hands them on.
@NullMarked
package org.clearway;

import org.jspecify.annotations.NullMarked;
