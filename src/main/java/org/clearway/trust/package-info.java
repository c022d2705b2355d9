// SPDX-License-Identifier: Apache-2.0
/// Who a node is on the local network: the authority that its own machines trust, and the
/// certificates that it gives itself under the names and addresses at which it is reached. Ask
/// {@link Certificates}.
@NullMarked
package org.clearway.trust;

import org.jspecify.annotations.NullMarked;
