// SPDX-License-Identifier: Apache-2.0
/// The pages, tried over real HTTP and in a real browser.
@NullMarked
package org.clearway.web;

import org.jspecify.annotations.NullMarked;
