// SPDX-License-Identifier: Apache-2.0
package org.clearway.sample.ship;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.clearway.sample.harbour.Harbour;
import org.clearway.sample.harbour.crane.Crane;

/// Goes behind the harbour's front package, and asks the machine for a day, a locale, chance and its console.
public final class Ship {
    private final Crane crane = new Crane();
    private final UnaryOperator<String> shout = String::toUpperCase;

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    String log(Harbour harbour) {
        System.out.println(harbour.hashCode() + crane.hashCode());
        return LocalDate.now() + shout.apply("ahoy") + new Random().nextInt();
    }

    String inOrder() {
        return "AHOY".toLowerCase(Locale.ROOT);
    }
}
