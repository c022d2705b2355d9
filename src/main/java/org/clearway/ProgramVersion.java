// SPDX-License-Identifier: Apache-2.0
package org.clearway;

/// The version of this program, as its build wrote it into the jar.
final class ProgramVersion {
    private ProgramVersion() {}

    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
