// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// One unbroken run of entries by one node: the node, and the incarnation of its folder. A folder that was copied or
/// restored goes on in a new incarnation, so that no sequence number is ever used for two different entries.
public record StreamId(String node, String incarnation) {
    public static StreamId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) throw new IllegalArgumentException("A stream is called NODE.INCARNATION, got " + text + ".");
        return new StreamId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return node + "." + incarnation;
    }
}
