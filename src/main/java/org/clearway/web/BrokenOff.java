// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

/// A file broke off after a part of it had left. The server closes the connection without ending the answer neatly, so
/// that a browser does not take the part for the whole.
final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenOff(Throwable cause) {
        super(cause);
    }
}
