// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// What a running node does by itself: destroys, once an hour, the keys whose time is over and
/// forgets the keys of days whose trips are long over and machines that nobody uses, empties, every few minutes, the
/// boxes of
/// hours that are over and what is left of those who waited, and each minute lets the files of the
/// weapons desk tell no other time, and makes the backups that are due. Each minute it looks at the clock, and once a
/// day it has every
/// entry checked, beside the thread that writes.
final class Housekeeping implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-housekeeping").daemon().factory());

    /// A backup takes as long as it takes, and must not keep the boxes from being emptied.
    private final ScheduledExecutorService copier = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-backups").daemon().factory());

    static Housekeeping start(Node node) {
        var housekeeping = new Housekeeping();
        housekeeping.clock.scheduleWithFixedDelay(() -> sweep(node), 0, 1, TimeUnit.HOURS);
        housekeeping.clock.scheduleWithFixedDelay(() -> empty(node), 0, 5, TimeUnit.MINUTES);
        housekeeping.clock.scheduleWithFixedDelay(() -> turn(node), 0, 1, TimeUnit.MINUTES);
        housekeeping.clock.scheduleWithFixedDelay(() -> watch(node), 0, 1, TimeUnit.MINUTES);
        // Not while the node starts, and its desks come back all at once.
        housekeeping.clock.scheduleWithFixedDelay(() -> check(node), 10, 60, TimeUnit.MINUTES);
        housekeeping.copier.scheduleWithFixedDelay(() -> backUp(node), 1, 1, TimeUnit.MINUTES);
        return housekeeping;
    }

    private static void sweep(Node node) {
        try {
            node.journal().destroyExpired();
            node.trips().forgetOldKeys();
            node.devices().forgetOld();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("What is past its time could not be destroyed.", e);
        }
    }

    private static void empty(Node node) {
        try {
            node.choices().emptyBoxes();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("The boxes of the last hour could not be emptied.", e);
        }
        try {
            node.waitingLines().forget();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("Those who waited before could not be forgotten.", e);
        }
    }

    private static void turn(Node node) {
        try {
            node.armsBook().turn();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("The weapons' own journal could not be turned.", e);
        }
    }

    private static void watch(Node node) {
        try {
            node.vitals().watchClock();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("The clock could not be looked at.", e);
        }
    }

    private static void backUp(Node node) {
        try {
            node.backups().tend();
        } catch (RuntimeException e) {
            // The page of the node says so too.
            LoggerFactory.getLogger(Housekeeping.class).warn("The backup that was due could not be made.", e);
        }
    }

    private static void check(Node node) {
        try {
            node.vitals().beginCheckIfDue();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Housekeeping.class).warn("The check of every entry could not be begun.", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        copier.shutdownNow();
    }
}
