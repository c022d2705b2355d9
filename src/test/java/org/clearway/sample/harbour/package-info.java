// SPDX-License-Identifier: Apache-2.0
/// On the map, above `ship`.
@NullMarked
package org.clearway.sample.harbour;

import org.jspecify.annotations.NullMarked;
