// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.clearway.accounts;

import org.jspecify.annotations.NullMarked;
