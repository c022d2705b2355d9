// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.harbour;

/// Public for nobody.
public final class Bollard {}
