// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What an entry says. A record, made of approved value types only, each component marked {@link Kept}.
public interface Body {}
