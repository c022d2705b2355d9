// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How requests reach handlers, and where the files are that pages are made of: ours under `/assets`, those of webjars
/// under `/assets/lib/NAME`. A browser asks each time whether its copy is still the file, by a digest of its content.
@Configuration(proxyBeanMethods = false)
class MvcSetup implements WebMvcConfigurer {
    private final Guard guard;
    private final Visits visits;
    private final Forms forms;
    private final Map<String, String> digests = new ConcurrentHashMap<>();

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
        files(registry, "/assets/lib/leaflet/**", webjar("leaflet"));
        files(registry, "/assets/**", "classpath:/static/");
    }

    /// The build gives every file the same date, so a date would not tell a new file from an old one.
    private void files(ResourceHandlerRegistry registry, String pattern, String folder) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(file -> digests.computeIfAbsent(file.getDescription(), name -> digest(file)));
    }

    private static String digest(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
