// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import org.clearway.journal.VerifyingKey;
import org.clearway.language.Names;

/// A node whose manifests are taken in here, or were.
///
/// @param names what the people here call it
/// @param withdrawn whether its manifests are taken in no longer
public record Sender(VerifyingKey key, Names names, boolean withdrawn) {}
