// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.clearway.language.Problem;
import org.clearway.trust.Proof;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.ConfigurableWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// The pages of a node, served. {@link #start} is the way in.
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = WebShell.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
})
public class WebShell {
    /// Pages that are being served. Closing stops them and leaves the front desks as they are.
    public static final class Running implements AutoCloseable {
        private final ConfigurableWebServerApplicationContext context;
        private final InetSocketAddress at;

        private Running(ConfigurableWebServerApplicationContext context, InetSocketAddress at) {
            this.context = context;
            this.at = at;
        }

        public int port() {
            return Objects.requireNonNull(context.getWebServer()).getPort();
        }

        /// Where a browser on this machine finds the first page.
        public URI address() {
            String host = at.getAddress().isAnyLocalAddress() ? "localhost" : at.getHostString();
            return URI.create("http://" + host + ":" + port() + "/");
        }

        /// Where the node listens for other machines.
        public int httpsPort() {
            return entrances().httpsPort();
        }

        public OptionalInt enrolmentPort() {
            return entrances().enrolmentPort();
        }

        /// What other machines are shown now, where the node is open to them.
        public Optional<Proof> proof() {
            return entrances().proof();
        }

        /// Shows other machines something else from their next connection on.
        public void show(Proof proof) {
            entrances().show(proof);
        }

        private Entrances entrances() {
            return context.getBean(Entrances.class);
        }

        ConfigurableWebServerApplicationContext context() {
            return context;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /// Serves the pages of the node that `node` tells of.
    ///
    /// @param at the address and port to listen on; port 0 for any free one
    /// @param desks the front desks that the pages ask, open for as long as the pages are served; among them, where
    ///     the node plays a scenario, its {@link Stepper}
    /// @throws Problem `web.port-taken`
    public static Running start(InetSocketAddress at, NodeFacts node, List<?> desks) {
        return start(at, Optional.empty(), node, desks);
    }

    /// The same, and where there is a network, opened to it.
    public static Running start(InetSocketAddress at, Optional<Network> network, NodeFacts node, List<?> desks) {
        try {
            var context = (ConfigurableWebServerApplicationContext) new SpringApplicationBuilder(WebShell.class)
                    .web(WebApplicationType.SERVLET)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .properties(settings(at, node))
                    .initializers(fresh -> {
                        var beans = fresh.getBeanFactory();
                        beans.registerSingleton("nodeFacts", node);
                        network.ifPresent(open -> beans.registerSingleton("network", open));
                        for (Object desk : desks)
                            beans.registerSingleton(desk.getClass().getName(), desk);
                    })
                    .run();
            return new Running(context, at);
        } catch (PortInUseException taken) {
            throw new Problem("web.port-taken", Map.of("port", String.valueOf(taken.getPort())), taken);
        } catch (ConnectorStartFailedException taken) {
            throw new Problem("web.port-taken", Map.of("port", String.valueOf(taken.getPort())), taken);
        }
    }

    private static Map<String, Object> settings(InetSocketAddress at, NodeFacts node) {
        return Map.ofEntries(
                Map.entry("server.address", at.getAddress().getHostAddress()),
                Map.entry("server.port", at.getPort()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.mime-types", String.join(",", Entrances.COMPRESSED)),
                Map.entry("server.servlet.session.timeout", node.signOffAfter().toSeconds() + "s"),
                Map.entry("server.servlet.session.cookie.name", node.sessionCookie()),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.tomcat.connection-timeout", Entrances.PATIENCE.toSeconds() + "s"),
                Map.entry("server.tomcat.keep-alive-timeout", Entrances.PATIENCE.toSeconds() + "s"),
                Map.entry("server.max-http-request-header-size", bytes(SizeFilter.LARGEST_HEAD)),
                Map.entry("server.tomcat.max-parameter-count", SizeFilter.MOST_FIELDS),
                Map.entry("server.tomcat.max-http-form-post-size", bytes(SizeFilter.LARGEST_FORM)),
                Map.entry("server.tomcat.max-swallow-size", bytes(SizeFilter.LARGEST_HEARD)),
                Map.entry("spring.servlet.multipart.max-file-size", bytes(SizeFilter.LARGEST_FILE)),
                Map.entry("spring.servlet.multipart.max-request-size", bytes(SizeFilter.LARGEST_FILE)),
                // What somebody brings stays in memory: nothing of it is left on the disk.
                Map.entry("spring.servlet.multipart.file-size-threshold", bytes(SizeFilter.LARGEST_FILE)),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.problemdetails.enabled", false),
                Map.entry("spring.main.lazy-initialization", false));
    }

    private static String bytes(DataSize size) {
        return size.toBytes() + "B";
    }
}
