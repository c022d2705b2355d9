// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.Scenarios;
import picocli.CommandLine.Command;

/// `clearway tune-run`: starts a node on a scenario, asks for its first pages, and ends, so that the JVM can keep what
/// a start loads. `./clearway tune` runs it.
@Command(name = "tune-run", hidden = true)
final class TuneRunCommand implements Callable<Integer> {
    private final Context context;

    TuneRunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String name = Scenarios.shipped().getFirst();
        return ScenarioFolders.inPassing(name, Scenario::opensAt, this::serveOnce);
    }

    private int serveOnce(Node node) {
        try (var web = WebServer.start(node, 0, Optional.empty());
                HttpClient client = HttpClient.newHttpClient()) {
            for (String page : new String[] {"", "sign-in", "?lang=ar"}) {
                HttpRequest request =
                        HttpRequest.newBuilder(web.address().resolve(page)).build();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                context.terminal().err().println(page + " " + status);
            }
            return ExitCode.FINE;
        } catch (IOException | InterruptedException e) {
            context.terminal().err().println(e);
            return ExitCode.FAILED;
        }
    }
}
