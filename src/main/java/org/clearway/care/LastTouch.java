// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;

/// A touch that its desk may still undo.
public record LastTouch(TouchId id, Instant recorded, Touch touch) {}
