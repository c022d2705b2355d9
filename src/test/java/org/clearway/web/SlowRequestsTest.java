// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who begins to ask, and does not go on.
class SlowRequestsTest {
    private static final int MANY = 400;

    /// Longer than the node waits, so that a line which is never closed fails the test and does not hang it.
    private static final int MILLIS = 60_000;

    @TempDir
    Path folder;

    private Site site;
    private final List<Socket> lines = new ArrayList<>();

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket line : lines) line.close();
        site.close();
    }

    @Test
    void hundredsWhoAskSlowlyKeepNobodyWaitingAndAreCutOff() throws IOException {
        for (int i = 0; i < MANY; i++) {
            begin("GET /news HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            begin("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 4000\r\n\r\naccount=");
        }
        assertThat(site.surfer().get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(isCutOff(lines.getFirst())).isTrue();
        assertThat(isCutOff(lines.getLast())).isTrue();
        assertThat(site.surfer().get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void headersThatGoOnAndOnAreRefused() throws IOException {
        Socket line = begin("GET /news HTTP/1.1\r\nHost: localhost\r\n");
        try {
            for (int i = 0; i < 100; i++) write(line, "X-More-" + i + ": " + "a".repeat(1000) + "\r\n");
        } catch (SocketException closedMeanwhile) {
            // That is what is asked for.
        }
        assertThat(isCutOff(line)).isTrue();
    }

    private Socket begin(String text) throws IOException {
        var line = new Socket(InetAddress.getLoopbackAddress(), site.address().getPort());
        line.setSoTimeout(MILLIS);
        lines.add(line);
        write(line, text);
        return line;
    }

    private static void write(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    /// Reads to the end of the line, whatever is said before it.
    private static boolean isCutOff(Socket line) throws IOException {
        try {
            line.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            return true;
        }
        return true;
    }
}
