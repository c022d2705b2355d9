// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.access.Grants;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every role on every route, over real HTTP, held against the table of grants.
class GrantsOverHttpTest {
    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.playing(folder.resolve("node"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// @param needs what its handler says; absent where it says nothing
    private record Route(RequestMethod method, String path, Optional<Needs> needs) {}

    @Test
    void everyHandlerSaysWhomItIsFor() {
        assertThat(routes()).filteredOn(route -> route.needs().isEmpty()).isEmpty();
        assertThat(routes()).hasSizeGreaterThan(10);
    }

    @Test
    void noHandlerIsThereButThoseThatAreTriedAndTheFiles() {
        assertThat(site.running()
                        .context()
                        .getBeansOfType(org.springframework.web.servlet.HandlerMapping.class)
                        .values())
                .extracting(mapping -> mapping.getClass().getSimpleName())
                .isSubsetOf(
                        "RequestMappingHandlerMapping",
                        "SimpleUrlHandlerMapping",
                        "BeanNameUrlHandlerMapping",
                        "RouterFunctionMapping",
                        "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleComesToExactlyTheRoutesThatTheTableGrantsIt(Role role) {
        Surfer surfer = site.surfer();
        if (role == Role.PUBLIC) surfer.get("/sign-in");
        else assertThat(surfer.signIn(role).statusCode()).isEqualTo(302);
        if (role != Role.PUBLIC) surfer.get("/password");
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            Needs needs = route.needs().orElseThrow();
            boolean granted = Grants.TABLE.allows(role, needs.value()) && (role != Role.PUBLIC || !needs.signedIn());
            HttpResponse<String> answer = ask(surfer, route);
            boolean sentToTheDoor = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/sign-in");
            boolean let = answer.statusCode() != 403 && !sentToTheDoor;
            if (let != granted) wrong.add(route.method() + " " + route.path() + " answered " + answer.statusCode());
        }
        assertThat(wrong).isEmpty();
    }

    private static HttpResponse<String> ask(Surfer surfer, Route route) {
        String path = route.path().replaceAll("\\{[^}]*}", "nothing-1");
        return route.method() == RequestMethod.GET ? surfer.get(path) : surfer.post(path, Map.of());
    }

    /// Without the pages of Spring Security itself, which sign in and out.
    private static List<Route> routes() {
        var mapping =
                site.running().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String path : paths(info)) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? EnumSet.of(RequestMethod.GET) : methods) {
                    routes.add(new Route(method, path, Optional.ofNullable(handler.getMethodAnnotation(Needs.class))));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static Set<String> paths(RequestMappingInfo info) {
        return info.getPatternValues();
    }

    @Test
    void theTableKnowsEveryDeedThatARouteNeeds() {
        assertThat(routes())
                .extracting(route -> route.needs().orElseThrow().value())
                .isSubsetOf(Deed.values());
    }
}
