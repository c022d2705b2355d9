// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.clearway.paper;

import org.jspecify.annotations.NullMarked;
