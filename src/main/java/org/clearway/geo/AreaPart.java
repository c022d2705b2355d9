// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

/// An area, or parts of it, as an agreement names them when it says where it holds.
public record AreaPart(AreaId area, Extent extent) {}
