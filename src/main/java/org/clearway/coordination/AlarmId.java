// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// What an alarm of a corridor is told by while it lasts: a code, and whose claim or which place it is about, such as
/// `nobody-for-days.observatory`.
public record AlarmId(String code) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}(\\.[a-z0-9-]{1,64}){0,2}");

    /// @throws Problem `coordination.alarm-unknown`
    public AlarmId {
        if (!SHAPE.matcher(code).matches()) throw Problem.of("coordination.alarm-unknown", "alarm", code);
    }

    @Override
    public String toString() {
        return code;
    }
}
