// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.journal.TestNode;
import org.clearway.web.WebShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day of the first scenario, over its pages and without JavaScript: the bulletin of 14 September 2019 is made by
/// one
/// person, approved by two, and then read by anyone.
class DayInPagesTest {
    private static final String BULLETIN = "/bulletins/2019-09-14";
    private static final String NEWS = "/news/2019-09-14";
    private static final Pattern FIELD = Pattern.compile("name=\"(_csrf|act|version|digest)\"[^>]*value=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private Node node;
    private WebShell.Running pages;
    private Password password;

    @BeforeEach
    void open() {
        node = ScenarioFolders.create("abu-al-duhur-2019", TestNode.unmade(folder.resolve("node"), "arms"));
        password = Password.random(new SecureRandom());
        var story = ScenarioFolders.story(node);
        story.begin();
        account("press-1", Role.PRESS);
        account("press-2", Role.PRESS);
        account("duty-1", Role.DUTY);
        story.playTo(story.scenario().opensAt());
        pages = WebServer.start(node, 0, Optional.empty());
    }

    @AfterEach
    void close() {
        pages.close();
        node.close();
    }

    @Test
    void theBulletinIsPublishedByItsSecondApprovalAndNotBefore() throws Exception {
        var anyone = new Visitor();
        var maker = new Visitor().signIn("press-1");
        var second = new Visitor().signIn("press-2");

        assertThat(anyone.get(NEWS).statusCode()).isEqualTo(404);
        assertThat(maker.press(BULLETIN, "/propose").statusCode()).isEqualTo(303);
        assertThat(maker.press(BULLETIN, "/approve").statusCode()).isEqualTo(303);
        assertThat(anyone.get(NEWS).statusCode()).isEqualTo(404);
        assertThat(maker.press(BULLETIN, "/approve").statusCode()).isEqualTo(422);
        assertThat(anyone.get(NEWS).statusCode()).isEqualTo(404);
        assertThat(second.press(BULLETIN, "/approve").statusCode()).isEqualTo(303);

        for (String language : new String[] {"en", "ar"}) {
            String page = anyone.get(NEWS + "?lang=" + language).body();
            assertThat(numbers(page))
                    .contains("34", "31", "6", "11", "13", "4", "10", "2")
                    .doesNotContain("65");
            assertThat(page).doesNotContain("DRAFT").doesNotContain("مسودة");
        }
        assertThat(anyone.get(NEWS + "?lang=en").body())
                .contains("RECONSTRUCTION")
                .contains("Civilians who stay");
        assertThat(anyone.get("/news").body()).contains(NEWS);
        assertThat(anyone.get("/news/tag/area-idlib").body()).contains(NEWS);
        assertThat(anyone.get("/news/feed.atom").body())
                .contains("<feed")
                .contains("34")
                .contains(NEWS);
    }

    @Test
    void aDeskThatMayNotApproveIsRefusedAndNothingIsPublished() throws Exception {
        new Visitor().signIn("press-1").press(BULLETIN, "/propose");
        var duty = new Visitor().signIn("duty-1");
        assertThat(duty.press(BULLETIN, "/approve").statusCode()).isEqualTo(403);
        assertThat(duty.press(BULLETIN, "/propose").statusCode()).isEqualTo(403);
        assertThat(new Visitor().get(NEWS).statusCode()).isEqualTo(404);
    }

    private void account(String name, Role role) {
        node.accounts()
                .open(
                        new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR)),
                        node.journal().ids().next(),
                        new AccountId(name),
                        Set.of(role),
                        password,
                        org.clearway.accounts.Lasts.AS_IT_IS);
    }

    private static Set<String> numbers(String page) {
        return Pattern.compile("\\d+")
                .matcher(page.replaceAll("<[^>]*>", " ").replaceAll("https?://\\S+", " "))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    /// A browser without JavaScript: keeps cookies, fills in forms from what stands in them, follows nothing by itself.
    private final class Visitor {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Visitor signIn(String account) throws IOException, InterruptedException {
            send("/sign-in", get("/sign-in").body(), Map.of("account", account, "password", password.text()));
            return this;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(address(path)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }

        /// Presses the button below `action` on a page.
        HttpResponse<String> press(String page, String action) throws IOException, InterruptedException {
            return send(page + action, get(page).body(), Map.of());
        }

        private HttpResponse<String> send(String path, String page, Map<String, String> typed)
                throws IOException, InterruptedException {
            var fields = new java.util.TreeMap<>(typed);
            Matcher field = FIELD.matcher(page);
            while (field.find()) fields.putIfAbsent(field.group(1), field.group(2));
            String digest = page.replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
            fields.putIfAbsent("digest", digest.length() == 64 ? digest : "");
            fields.putIfAbsent("version", "1");
            String body = fields.entrySet().stream()
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    HttpRequest.newBuilder(address(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }

        private URI address(String path) {
            return pages.address().resolve(path);
        }
    }
}
