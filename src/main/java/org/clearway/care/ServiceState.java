// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

/// How a service stands, as somebody announced it or as somebody found it (practice §2.2).
public enum ServiceState {
    READY,
    DEGRADED,
    ABSENT
}
