// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearway.access.Deed;

/// What a visitor must be allowed to do for a handler to answer. A handler without it answers nobody.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    Deed value();

    /// Only for visitors who are signed in, whatever their desk.
    boolean signedIn() default false;

    /// Also for those who have yet to change the password that they were given.
    boolean withStartPassword() default false;
}
