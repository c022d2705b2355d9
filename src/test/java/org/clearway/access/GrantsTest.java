// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may do what, as the table says it.
class GrantsTest {
    @Test
    void whoHasNotSignedInReadsWhatIsPublishedAndMayComplainAndNothingElse() {
        assertThat(deedsOf(Role.PUBLIC)).containsExactly(Deed.READ_PUBLISHED, Deed.FILE_COMPLAINT);
    }

    @Test
    void everyDeedIsSomebodysAndEveryDeskHasSomethingToDo() {
        for (Deed deed : Deed.values()) {
            assertThat(Role.values()).as(deed.name()).anyMatch(role -> Grants.TABLE.allows(role, deed));
        }
        for (Role role : Role.values())
            assertThat(deedsOf(role)).as(role.name()).isNotEmpty();
    }

    @Test
    void whoSetsTheNodeUpReadsNeitherConfidentialNotesNorTheLedgersAndTakesNothingOut() {
        assertThat(deedsOf(Role.ADMINISTRATOR))
                .doesNotContain(
                        Deed.READ_RESTRICTED_NOTES,
                        Deed.READ_LEDGERS,
                        Deed.EXPORT_JOURNAL,
                        Deed.ERASE,
                        Deed.APPROVE_BULLETIN);
    }

    @Test
    void onlyProtectionErasesAndExports() {
        assertThat(rolesFor(Deed.ERASE)).containsExactly(Role.PROTECTION);
        assertThat(rolesFor(Deed.EXPORT_JOURNAL)).containsExactly(Role.PROTECTION);
    }

    @Test
    void sensitiveComplaintsPassEverybodyByButProtection() {
        assertThat(rolesFor(Deed.READ_SENSITIVE_COMPLAINT)).containsExactly(Role.PROTECTION);
        assertThat(rolesFor(Deed.READ_COMPLAINT)).doesNotContain(Role.GATE, Role.SERVICE_POINT, Role.ADMINISTRATOR);
        assertThat(rolesFor(Deed.FILE_COMPLAINT)).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void theNodeItselfHoldsNoDesk() {
        assertThat(Deed.values()).noneMatch(Actor.NODE::may);
    }

    @Test
    void anActorWithSeveralDesksMayWhatAnyOfThemMay() {
        var actor = new Actor(new AccountId("cell-1"), Set.of(Role.DUTY, Role.PRESS));
        assertThat(actor.may(Deed.RECORD_LEDGER)).isTrue();
        assertThat(actor.may(Deed.MAKE_BULLETIN)).isTrue();
        assertThat(actor.may(Deed.ERASE)).isFalse();
    }

    @Test
    void aRefusalNamesTheAccountAndTheDeed() {
        assertThatThrownBy(() -> Actor.ANYONE.must(Deed.ERASE))
                .isInstanceOfSatisfying(
                        NotPermitted.class,
                        refusal -> assertThat(refusal.details())
                                .containsEntry("account", "public")
                                .containsEntry("deed", "ERASE"));
    }

    @Test
    void aTableThatForgetsADeedOrNamesItTwiceOrHoldsAnotherMarkIsRefused() {
        assertThatThrownBy(() -> Grants.parse(List.of("deed,PUBLIC", "ERASE,x")))
                .hasMessageContaining("does not name");
        assertThatThrownBy(() -> Grants.parse(List.of("deed,PUBLIC", "ERASE,x", "ERASE,")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Grants.parse(List.of("deed,PUBLIC", "ERASE,yes")))
                .hasMessageContaining("\"yes\"");
        assertThatThrownBy(() -> Grants.parse(List.of("deed,PUBLIC", "ERASE,x,x")))
                .hasMessageContaining("2 cells");
    }

    private static Set<Deed> deedsOf(Role role) {
        return Arrays.stream(Deed.values())
                .filter(deed -> Grants.TABLE.allows(role, deed))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Deed.class)));
    }

    private static Set<Role> rolesFor(Deed deed) {
        return Arrays.stream(Role.values())
                .filter(role -> Grants.TABLE.allows(role, deed))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
