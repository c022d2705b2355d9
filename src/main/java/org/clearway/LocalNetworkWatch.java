// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clearway.trust.Certificates;
import org.clearway.trust.Host;
import org.clearway.trust.Proof;
import org.clearway.web.WebShell;
import org.slf4j.LoggerFactory;

/// Sees to it that a node which runs for months shows other machines a certificate that holds: for
/// the addresses that the machine has now, not yet run out, of the authority that stands.
final class LocalNetworkWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Certificates certificates;
    private final Supplier<List<Host>> hosts;
    private final WebShell.Running web;
    private final Consumer<Proof> told;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-network").daemon().factory());

    /// @param told what is shown, whenever it changed
    LocalNetworkWatch(
            Certificates certificates, Supplier<List<Host>> hosts, WebShell.Running web, Consumer<Proof> told) {
        this.certificates = certificates;
        this.hosts = hosts;
        this.web = web;
        this.told = told;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::lookSafely, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Looks once, and shows something else where it must.
    void look() {
        List<Host> now = hosts.get();
        if (web.proof().filter(shown -> !certificates.mustReplace(shown, now)).isPresent()) return;
        Proof fresh = certificates.prove(now);
        web.show(fresh);
        told.accept(fresh);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(LocalNetworkWatch.class).warn("The certificate could not be renewed.", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
