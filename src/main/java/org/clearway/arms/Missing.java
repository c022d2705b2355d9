// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// An item that a count did not find.
public record Missing(ItemTag item, WhyDiffers because) {}
