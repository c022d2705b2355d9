// SPDX-License-Identifier: Apache-2.0
/// Weapons and ammunition that people hand in, from the table where they are laid down to their transfer or
/// destruction. Ask {@link Weapons}. All of it stands in a journal apart, and nothing in it leads to a person: no name,
/// no picture, no card, no hour. Nothing else in Clearway uses this package, and no service and no seat depends on it.
@NullMarked
package org.clearway.arms;

import org.jspecify.annotations.NullMarked;
