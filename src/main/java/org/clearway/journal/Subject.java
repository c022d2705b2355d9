// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// A keyed pseudonym of those an entry concerns, such as a household. It means nothing without the node's keys.
public record Subject(String pseudonym) {}
