// SPDX-License-Identifier: Apache-2.0
package org.clearway;

/// What a figure of a bench is, and in which unit.
enum BenchMeasure {
    ACTS_PER_S("acts_per_s", 0),
    P50_MS("p50_ms", 2),
    P95_MS("p95_ms", 2),
    P99_MS("p99_ms", 2),
    /// Acts a second, for each act a second of the peer in the same run.
    OF_PEER("of_peer_ratio", 2),
    /// What the processors had to do for an act, clients and all: hardly changed by what else the machine is doing.
    PROCESSOR_US("processor_us_per_act", 1),
    ENTRIES("entries", 0),
    SECONDS("seconds", 2),
    ENTRIES_PER_S("entries_per_s", 0),
    LINES("lines", 0),
    LINES_PER_S("lines_per_s", 0),
    FILE_MB("file_mb", 1),
    ACTS("acts", 0),
    SYNCS("syncs", 0),
    SYNCS_PER_ACT("syncs_per_act", 2),
    FASTEST_S("fastest_s", 2),
    MEDIAN_S("median_s", 2),
    SLOWEST_S("slowest_s", 2),
    /// What the processors had to do in all.
    PROCESSOR_S("processor_s", 2),
    RESIDENT_MB("resident_mb", 0);

    private final String key;
    private final int decimals;

    BenchMeasure(String key, int decimals) {
        this.key = key;
        this.decimals = decimals;
    }

    /// Its name where programs read it, which ends in its unit.
    String key() {
        return key;
    }

    int decimals() {
        return decimals;
    }
}
