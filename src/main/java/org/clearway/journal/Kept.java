// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearway.access.Sensitivity;

/// The class of a component of a {@link Body}, and how long it is kept. From CONFIDENTIAL up the component is
/// {@link Sealed}.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Kept {
    Sensitivity as();

    org.clearway.access.Retention until();
}
