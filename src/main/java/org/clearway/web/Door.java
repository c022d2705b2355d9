// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import org.clearway.access.Deed;

/// A page that the navigation leads to, for those who may go there.
///
/// @param word the key of its name in the navigation; `WORD-hint` is the line that tells what it is for
/// @param deed what a visitor must be allowed to do there
/// @param place where it stands among the others; the lowest is what a desk is most likely to want next
record Door(String path, String word, Deed deed, int place) {
    /// A capability's pages name their doors.
    interface Keeper {
        List<Door> doors();
    }

    public String hint() {
        return word + "-hint";
    }

    /// True on this page and the pages below it.
    public boolean leadsTo(String current) {
        return current.equals(path) || current.startsWith(path + "/");
    }
}
