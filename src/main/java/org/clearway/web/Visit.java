// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.language.Language;

/// Somebody's visit to a page: who they are, and the language they read. Handlers take it as an argument, and
/// templates
/// know it as `visit`.
///
/// @param mustChange whether they have yet to change the password that they were given
/// @param shared whether several share this machine, which can be locked
/// @param query the question part of the address without `lang`, empty or beginning with `&`
record Visit(
        Actor actor,
        boolean signedIn,
        boolean mustChange,
        boolean shared,
        Language language,
        Words words,
        String path,
        String query) {
    public boolean may(Deed deed) {
        return actor.may(deed);
    }

    public boolean may(String deed) {
        return actor.may(Deed.valueOf(deed));
    }

    /// Whether there is something that a PIN does not open and their password would.
    public boolean mayMore() {
        return actor.byPin()
                && java.util.Arrays.stream(Deed.values())
                        .anyMatch(deed ->
                                deed.wantsPassword() && actor.withPassword().may(deed));
    }

    /// This page in another language.
    public String in(Language other) {
        return path + "?lang=" + other.tag() + query;
    }

    public List<Language> otherLanguages() {
        return Language.offered().stream().filter(other -> other != language).toList();
    }
}
