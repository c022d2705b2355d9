// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Instant;
import org.clearway.access.AccountId;

/// Who has taken an alarm on, since when.
public record Owner(AccountId account, Instant since) {}
