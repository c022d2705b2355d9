// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.harbour;

/// Spoken of by a type that others use, so it may be public.
public final class Berth {}
