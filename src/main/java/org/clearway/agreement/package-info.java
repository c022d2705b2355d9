// SPDX-License-Identifier: Apache-2.0
/// Agreements: who agreed what, over which zones, who is said to hold them, and who has promised that a corridor is
/// safe.
/// Ask {@link org.clearway.agreement.Agreements}. Control and assurances are claims: several claimants stand side by
/// side, where nobody has claimed anything the answer says so, and a promise counts only until it runs out.
/// What agreements say, and what parties are called, is public; control and assurances are for the desks.
@NullMarked
package org.clearway.agreement;

import org.jspecify.annotations.NullMarked;
