// SPDX-License-Identifier: Apache-2.0
/// Where people go on to, and how they get there: safe areas, and the places that they have left.
/// Ask {@link org.clearway.transport.SafeAreas}. What nobody told lately is not known, and is neither full nor free.
@NullMarked
package org.clearway.transport;

import org.jspecify.annotations.NullMarked;
