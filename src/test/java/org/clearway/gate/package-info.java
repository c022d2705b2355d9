// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.clearway.gate;

import org.jspecify.annotations.NullMarked;
