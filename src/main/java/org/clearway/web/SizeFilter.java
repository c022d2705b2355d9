// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away what is larger than a page sends, by what it says of its length and before anything reads a field of it:
/// what fails halfway through being read fails again on the page that is to say so. {@link TooLargePages} says why.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SizeFilter extends OncePerRequestFilter {
    /// The most that a form with a file in it may be. It is more than anything that is brought here, so that who brings
    /// a file that is a little too large is told so by the page it is for, and little enough to be held in memory.
    static final DataSize LARGEST_FILE = DataSize.ofMegabytes(16);

    /// The most that a form without a file may be.
    static final DataSize LARGEST_FORM = DataSize.ofKilobytes(256);

    /// The most that the lines above a request may be, in all.
    static final DataSize LARGEST_HEAD = DataSize.ofKilobytes(16);

    /// More fields than any form has.
    static final int MOST_FIELDS = 2_000;

    /// So much of what is turned away is let go by: a browser hears an answer only once it has sent all.
    static final DataSize LARGEST_HEARD = DataSize.ofMegabytes(256);

    private static final String PLACE = "/too-large";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean untold = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        boolean file = isWithFile(request);
        if (untold) {
            turnAway(response, PLACE);
        } else if (length > most(file).toBytes()) {
            turnAway(response, PLACE + "?sent=" + Math.ceilDiv(length, 1024) + (file ? "&file=yes" : ""));
        } else {
            chain.doFilter(request, response);
        }
    }

    static DataSize most(boolean file) {
        return file ? LARGEST_FILE : LARGEST_FORM;
    }

    private static boolean isWithFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static void turnAway(HttpServletResponse response, String place) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, place);
    }
}
