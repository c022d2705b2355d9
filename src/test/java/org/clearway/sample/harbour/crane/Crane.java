// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.harbour.crane;

/// The harbour's own affair.
public final class Crane {}
