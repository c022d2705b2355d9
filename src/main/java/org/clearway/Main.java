// SPDX-License-Identifier: Apache-2.0
package org.clearway;

public final class Main {
    public static void main(String[] args) {
        System.out.println("x");
    }
}
