// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

/// Measures requests. It is told how they went, and nothing of what was asked for or who asked.
public interface RequestMeter {
    Begun begin();

    /// A request that is being answered.
    interface Begun {
        /// @param route the template of the page's address, such as `/accounts/{account}`; a word
        ///     for several where a count of its own would tell of people
        void end(String method, String route, int status);
    }
}
