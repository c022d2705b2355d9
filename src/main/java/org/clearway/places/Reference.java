// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.clearway.language.Problem;

/// Where on the web something can be read: an http or https address of at most 500 characters, without a user name or
/// password in it. It is cited and never fetched.
public record Reference(String url) {
    private static final int LONGEST = 500;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /// @throws Problem `places.reference`
    public Reference {
        if (url.length() > LONGEST || !isWebAddress(url)) throw Problem.of("places.reference", "value", url);
    }

    private static boolean isWebAddress(String url) {
        try {
            var uri = new URI(url);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
