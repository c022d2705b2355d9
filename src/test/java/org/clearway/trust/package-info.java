// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.clearway.trust;

import org.jspecify.annotations.NullMarked;
