// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.clearway.trust.Host;
import org.clearway.trust.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// The doors through which requests come: always the one for this very machine, and, where the node
/// is opened to a network, HTTPS and the one for enrolment.
@Component
final class Entrances implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /// TLS 1.3, and 1.2 for what is older, with forward secrecy and suites that encrypt and
    /// authenticate in one step.
    private static final String PROTOCOLS = "TLSv1.3+TLSv1.2";

    private static final String SUITES_1_3 =
            "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
    private static final String SUITES_1_2 =
            "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256";

    static final List<String> COMPRESSED = List.of(
            "text/html",
            "text/plain",
            "text/css",
            "text/javascript",
            "application/json",
            "application/geo+json",
            "application/atom+xml",
            "image/svg+xml",
            "font/ttf");

    /// How long a connection may be silent while a request is awaited from it.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String ALIAS = "clearway";
    private static final String NO_PASSWORD = "";

    private final Optional<Network> network;
    private final String session;
    private volatile Optional<Proof> proof;
    private @Nullable Connector https;
    private @Nullable Connector enrolment;

    Entrances(ObjectProvider<Network> network, NodeFacts node) {
        this.session = node.sessionCookie();
        this.network = Optional.ofNullable(network.getIfAvailable());
        this.proof = this.network.map(Network::proof);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.setCookieProcessor(new SessionCookie(session)));
        network.ifPresent(open -> {
            https = connector(open.address(), open.httpsPort(), Entrance.NETWORK);
            https.setScheme("https");
            https.setSecure(true);
            protocol(https).setSSLEnabled(true);
            protocol(https).addSslHostConfig(tls(open.proof()));
            factory.addAdditionalConnectors(https);
            open.enrolmentPort().ifPresent(port -> {
                enrolment = connector(open.address(), port, Entrance.ENROLMENT);
                factory.addAdditionalConnectors(enrolment);
            });
        });
    }

    /// True where this node is open to other machines.
    boolean areOpen() {
        return network.isPresent();
    }

    /// What the node shows now.
    Optional<Proof> proof() {
        return proof;
    }

    /// Shows something else from the next connection on.
    void show(Proof fresh) {
        if (https == null) throw new IllegalStateException("This node is not open to a network.");
        protocol(https).addSslHostConfig(tls(fresh), true);
        proof = Optional.of(fresh);
    }

    /// Where other machines can be told to go, the first one first.
    List<Host> hosts() {
        return proof.stream()
                .map(Proof::hosts)
                .flatMap(Collection::stream)
                .filter(host -> !host.isLoopback())
                .toList();
    }

    int httpsPort() {
        if (https == null) throw new IllegalStateException("This node is not open to a network.");
        return https.getLocalPort();
    }

    OptionalInt enrolmentPort() {
        return enrolment == null ? OptionalInt.empty() : OptionalInt.of(enrolment.getLocalPort());
    }

    /// Whether this node answers under a name at an entrance. A page of somebody else's whose name
    /// was made to lead here asks for that name.
    boolean answers(Host host, Entrance entrance) {
        return host.isLoopback()
                || entrance != Entrance.ITSELF
                        && proof.stream().anyMatch(shown -> shown.hosts().contains(host));
    }

    /// What the first entrance has from its settings is said here for the others.
    private Connector connector(InetAddress address, int port, Entrance entrance) {
        var protocol = new Http11NioProtocol();
        protocol.setAddress(address);
        protocol.setConnectionTimeout((int) PATIENCE.toMillis());
        protocol.setKeepAliveTimeout((int) PATIENCE.toMillis());
        protocol.setMaxHttpRequestHeaderSize((int) SizeFilter.LARGEST_HEAD.toBytes());
        protocol.setCompression("on");
        protocol.setCompressibleMimeType(String.join(",", COMPRESSED));
        protocol.setMaxSwallowSize((int) SizeFilter.LARGEST_HEARD.toBytes());
        protocol.setExecutor(new VirtualThreadExecutor("clearway-" + entrance.ordinal() + "-"));
        var connector = new Connector(protocol);
        connector.setMaxParameterCount(SizeFilter.MOST_FIELDS);
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setMaxPostSize((int) SizeFilter.LARGEST_FORM.toBytes());
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                protocol.setAdapter(new EntranceAdapter(connector, entrance, session));
            }
        });
        return connector;
    }

    private static AbstractHttp11Protocol<?> protocol(Connector connector) {
        return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    }

    private static SSLHostConfig tls(Proof proof) {
        var tls = new SSLHostConfig();
        tls.setProtocols(PROTOCOLS);
        tls.setCiphers(SUITES_1_2);
        tls.setCipherSuites(SUITES_1_3);
        var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.EC);
        show(proof, certificate);
        tls.addCertificate(certificate);
        return tls;
    }

    /// The key stays in memory; its store has no password for whoever could read that.
    private static void show(Proof proof, SSLHostConfigCertificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD.toCharArray());
            store.setKeyEntry(
                    ALIAS, proof.key(), NO_PASSWORD.toCharArray(), proof.chain().toArray(Certificate[]::new));
            certificate.setCertificateKeystore(store);
            certificate.setCertificateKeystorePassword(NO_PASSWORD);
            certificate.setCertificateKeyPassword(NO_PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
