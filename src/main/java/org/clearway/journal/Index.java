// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// Tables that only make reading quick or pretty. They follow the journal a moment later and show how far they have
/// come; they too are rebuilt from it.
public interface Index extends View {
    /// Its name in the list of what is behind.
    String name();
}
