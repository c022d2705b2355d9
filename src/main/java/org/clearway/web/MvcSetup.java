// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// How requests reach handlers, and where the files are that pages are made of: ours under `/assets`, those of
/// webjars
/// under `/assets/lib/NAME`. Their addresses carry a hash of their content, so a browser keeps them for a year.
@Configuration(proxyBeanMethods = false)
class MvcSetup implements WebMvcConfigurer {
    private final Guard guard;
    private final Visits visits;
    private final Forms forms;

    MvcSetup(Guard guard, Visits visits, Forms forms) {
        this.guard = guard;
        this.visits = visits;
        this.forms = forms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
        resolvers.add(forms);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        files(registry, "/assets/lib/htmx/**", webjar("htmx.org"));
        files(registry, "/assets/lib/leaflet/**", webjar("leaflet"));
        files(registry, "/assets/**", "classpath:/static/");
    }

    @Bean
    ResourceUrlEncodingFilter hashedAddresses() {
        return new ResourceUrlEncodingFilter();
    }

    private static void files(ResourceHandlerRegistry registry, String pattern, String folder) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /// The folder of a webjar's files, whose name holds the version that the build chose.
    private static String webjar(String name) {
        String facts = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = MvcSetup.class.getResourceAsStream(facts)) {
            if (in == null) throw new IllegalStateException("The webjar " + name + " is missing.");
            var properties = new Properties();
            properties.load(in);
            return "classpath:/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/dist/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
