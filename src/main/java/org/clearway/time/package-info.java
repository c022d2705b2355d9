// SPDX-License-Identifier: Apache-2.0
/// Time as it is reported: instants with the precision and the zone they were told in, reporting days that end
/// at a cut-off, opening windows in local time.
@NullMarked
package org.clearway.time;

import org.jspecify.annotations.NullMarked;
