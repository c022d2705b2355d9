// SPDX-License-Identifier: Apache-2.0
/// Who goes in which vehicle next: parties and rooms in, a proposal out. It knows nothing else, no clock and no store,
/// and proposes only; a marshal decides. Ask a {@link org.clearway.transport.plan.Planner}.
@NullMarked
package org.clearway.transport.plan;

import org.jspecify.annotations.NullMarked;
