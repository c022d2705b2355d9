// SPDX-License-Identifier: Apache-2.0
/// Who acts, and what they may do. A front desk takes an {@link org.clearway.access.Actor} and asks it; what is
/// granted to whom is a table of data, `access/grants.csv`, and what is not in it is refused.
@NullMarked
package org.clearway.access;

import org.jspecify.annotations.NullMarked;
