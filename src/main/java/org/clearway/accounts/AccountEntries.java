// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.FreeText;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// What the journal is told of accounts. Never a password, nor its hash, nor what somebody typed in vain.
final class AccountEntries {
    private AccountEntries() {}

    record AccountOpened(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account,
            @Kept(as = RESTRICTED, until = FOR_EVER) Set<Role> roles)
            implements Body {}

    /// @param roles all of them, as they are from now on
    record AccountRolesChanged(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account,
            @Kept(as = RESTRICTED, until = FOR_EVER) Set<Role> roles)
            implements Body {}

    record AccountClosed(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    record PasswordChanged(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    record SignedIn(@Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    /// @param account the one that was tried, if there is one of that name
    record SignInRefused(
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AccountId> account) implements Body {}

    record SignedOut(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account,
            @Kept(as = RESTRICTED, until = FOR_EVER) Ending ending)
            implements Body {}

    /// Somebody at the door said that a password is forgotten.
    ///
    /// @param account the one that was named, if there is one of that name
    record ResetAsked(
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AccountId> account) implements Body {}

    /// The first person begins the reset of another's password.
    record ResetStarted(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    /// The second person confirmed it. The password changes in the same act.
    record ResetConfirmed(
            @Kept(as = RESTRICTED, until = FOR_EVER) ResetId reset) implements Body {}

    record ResetWithdrawn(
            @Kept(as = RESTRICTED, until = FOR_EVER) ResetId reset) implements Body {}

    /// An account may be unlocked with a PIN at one machine, for a shift. Which machine is not told.
    record PinSet(@Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    /// Too many wrong PINs: the password is asked for there.
    record PinBlocked(
            @Kept(as = RESTRICTED, until = FOR_EVER) AccountId account) implements Body {}

    /// A machine is lost.
    ///
    /// @param accounts those that signed in there, whose passwords must be changed
    record DeviceLost(
            @Kept(as = RESTRICTED, until = FOR_EVER) DeviceId device,
            @Kept(as = RESTRICTED, until = FOR_EVER) List<AccountId> accounts)
            implements Body {}

    /// It may be signed in from again.
    record DeviceReadmitted(
            @Kept(as = RESTRICTED, until = FOR_EVER) DeviceId device) implements Body {}

    /// The account is on duty at one of its desks.
    ///
    /// @param until when it expects to be relieved
    record DutyBegun(
            @Kept(as = RESTRICTED, until = FOR_EVER) Role desk,
            @Kept(as = RESTRICTED, until = FOR_EVER) Instant until) implements Body {}

    record DutyEnded(
            @Kept(as = RESTRICTED, until = FOR_EVER) Role desk) implements Body {}

    /// The account leaves its desk, with a note for whoever comes.
    record DeskLeft(
            @Kept(as = RESTRICTED, until = FOR_EVER) Role desk,
            @Kept(as = CONFIDENTIAL, until = DAYS_90) Sealed<FreeText> note)
            implements Body {}

    /// Another takes it over.
    record DeskTaken(
            @Kept(as = RESTRICTED, until = FOR_EVER) HandoverId handover,
            @Kept(as = RESTRICTED, until = FOR_EVER) Role desk,
            @Kept(as = RESTRICTED, until = FOR_EVER) Instant until)
            implements Body {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("accounts.account-opened", 1, AccountOpened.class),
                new EntryKind("accounts.account-roles-changed", 1, AccountRolesChanged.class),
                new EntryKind("accounts.account-closed", 1, AccountClosed.class),
                new EntryKind("accounts.password-changed", 1, PasswordChanged.class),
                new EntryKind("accounts.signed-in", 1, SignedIn.class),
                new EntryKind("accounts.sign-in-refused", 1, SignInRefused.class),
                new EntryKind("accounts.signed-out", 1, SignedOut.class),
                new EntryKind("accounts.reset-asked", 1, ResetAsked.class),
                new EntryKind("accounts.reset-started", 1, ResetStarted.class),
                new EntryKind("accounts.reset-confirmed", 1, ResetConfirmed.class),
                new EntryKind("accounts.reset-withdrawn", 1, ResetWithdrawn.class),
                new EntryKind("accounts.pin-set", 1, PinSet.class),
                new EntryKind("accounts.pin-blocked", 1, PinBlocked.class),
                new EntryKind("accounts.device-lost", 1, DeviceLost.class),
                new EntryKind("accounts.device-readmitted", 1, DeviceReadmitted.class),
                new EntryKind("accounts.duty-begun", 1, DutyBegun.class),
                new EntryKind("accounts.duty-ended", 1, DutyEnded.class),
                new EntryKind("accounts.desk-left", 1, DeskLeft.class),
                new EntryKind("accounts.desk-taken", 1, DeskTaken.class));
    }
}
