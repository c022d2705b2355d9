// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

/// How sure the time is that stands on a sheet.
enum Sure {
    EXACT,
    ABOUT,
    ONLY_THE_DAY
}
