/// The house's own tests: the map, the words, the launcher, and what tests need of the machine they run on.
@NullMarked
package org.clearway;

import org.jspecify.annotations.NullMarked;
