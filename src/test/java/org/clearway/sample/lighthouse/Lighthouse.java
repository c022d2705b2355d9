// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.lighthouse;

/// Not on the map.
final class Lighthouse {}
