// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.List;
import org.clearway.geo.AreaId;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;

/// What came of loading a file of boundaries: all of it, or nothing.
public sealed interface AreaImport {
    /// @param bounded the areas whose border is on record now, in the order of the file
    /// @param named those of them that were not on record before
    /// @param mended those whose border crossed or touched itself in a small way, and was put right
    /// @param passedOver features of areas that are not on record, each with why
    record Imported(
            Receipt receipt, List<AreaId> bounded, List<AreaId> named, List<AreaId> mended, List<Fault> passedOver)
            implements AreaImport {}

    /// @param faults everything that was found, so that all of it can be put right at once
    record Refused(List<Fault> faults) implements AreaImport {}

    /// What is wrong with one feature.
    /// @param feature its place in the file, from 1
    /// @param property the property that is meant
    record Fault(int feature, String property, Problem problem) {}
}
