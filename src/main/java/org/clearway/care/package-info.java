// SPDX-License-Identifier: Apache-2.0
/// What people are given at a corridor: points where there is water, food, treatment and what else is needed, what was
/// given by the hour, the stock it came from, and whether all that is enough for those who come.
/// Ask {@link org.clearway.care.ServicePoints}, {@link org.clearway.care.Stocks} and
/// {@link org.clearway.care.Complaints}. Give first: nothing here asks who somebody is before they are given anything.
@NullMarked
package org.clearway.care;

import org.jspecify.annotations.NullMarked;
