// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.clearway.trust.Authority;

/// A machine on the other end of a line, which trusts one authority and nothing else, asks for
/// whatever name it likes, and sees every header.
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final Optional<Authority> trusted;
    private final String name;

    private Wire(int port, Optional<Authority> trusted, String name) {
        this.port = port;
        this.trusted = trusted;
        this.name = name;
    }

    /// Over TLS, holding the node to `name` and to `trusted`.
    static Wire tls(int port, Authority trusted, String name) {
        return new Wire(port, Optional.of(trusted), name);
    }

    static Wire plain(int port, String name) {
        return new Wire(port, Optional.empty(), name);
    }

    /// What came back.
    ///
    /// @param session how the line was secured; empty where it was not
    record Answer(int status, List<String> headers, String body, Optional<String> session) {
        List<String> all(String header) {
            String start = header.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        String header(String header) {
            return String.join("", all(header));
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return ask("GET", path, headers);
    }

    Answer ask(String method, String path, String... headers) throws IOException {
        try (Socket line = connect()) {
            line.setSoTimeout(PATIENCE_MILLIS);
            var lines = new ArrayList<String>();
            lines.add(method + " " + path + " HTTP/1.1");
            lines.add("Host: " + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
            lines.add("Connection: close");
            lines.addAll(List.of(headers));
            line.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().flush();
            Optional<String> session = line instanceof SSLSocket secure
                    ? Optional.of(secure.getSession().getProtocol() + " "
                            + secure.getSession().getCipherSuite())
                    : Optional.empty();
            return read(line.getInputStream(), session);
        }
    }

    private Socket connect() throws IOException {
        var line = new Socket(InetAddress.getLoopbackAddress(), port);
        if (trusted.isEmpty()) return line;
        var secure = (SSLSocket) trusting(trusted.get()).getSocketFactory().createSocket(line, name, port, true);
        var how = secure.getSSLParameters();
        how.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(how);
        secure.startHandshake();
        return secure;
    }

    static SSLContext trusting(Authority authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("node", authority.certificate());
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in, Optional<String> session) throws IOException {
        var all = new ByteArrayOutputStream();
        in.transferTo(all);
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ")[1]),
                head.subList(1, head.size()),
                text.substring(end + 4),
                session);
    }
}
