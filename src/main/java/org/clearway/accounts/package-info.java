// SPDX-License-Identifier: Apache-2.0
/// Who may sign in, and at which desks; who did, and who read or took out what. Accounts are of desks, not of persons.
/// Ask {@link org.clearway.accounts.Accounts}. A password is kept only as its Argon2id hash, which is no entry.
@NullMarked
package org.clearway.accounts;

import org.jspecify.annotations.NullMarked;
