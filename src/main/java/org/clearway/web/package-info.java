// SPDX-License-Identifier: Apache-2.0
/// All that is HTTP and HTML: one `…Pages` per capability, and the house they stand in. Pages work without JavaScript
/// and fetch nothing from outside the node.
/// Start it with {@link org.clearway.web.WebShell}. A handler says what its visitor must be allowed to do with
/// `@Needs`; one that does not say it is closed to everybody.
@NullMarked
package org.clearway.web;

import org.jspecify.annotations.NullMarked;
