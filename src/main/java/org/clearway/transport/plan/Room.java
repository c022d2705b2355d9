// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

/// A vehicle that takes people in, as what it has left.
///
/// @param destination where it goes
/// @param <R> what rooms are called, in an order that settles which is first where nothing else does
/// @param <D> what destinations are called
public record Room<R extends Comparable<? super R>, D>(R id, Spaces free, D destination) {}
