// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// The body of an entry whose type this program does not know, or that it cannot read: kept, chained and passed on as
/// it
/// came.
record UnknownBody(String canonicalJson) implements Body {}
