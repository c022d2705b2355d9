// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// As far as it is seen; nobody is asked.
public enum PatientSex {
    FEMALE,
    MALE,
    NOT_TOLD
}
