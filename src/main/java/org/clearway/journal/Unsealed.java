// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What comes of opening a sealed value.
public sealed interface Unsealed<T> {
    record Opened<T>(T value) implements Unsealed<T> {}

    /// Its key was destroyed, by an erasure or because its time was over. Nobody can open it any more.
    record Erased<T>() implements Unsealed<T> {}
}
