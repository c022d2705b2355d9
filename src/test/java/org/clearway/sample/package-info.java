// SPDX-License-Identifier: Apache-2.0
/// A small program that breaks each rule of the architecture once, so that the test of it is itself tested.
package org.clearway.sample;
