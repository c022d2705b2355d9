@NullMarked
package org.clearway.accounts;

import org.jspecify.annotations.NullMarked;
