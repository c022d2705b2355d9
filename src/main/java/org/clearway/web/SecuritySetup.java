// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.clearway.trust.Host;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// Signing in and out, forgery of forms, and what a browser is told to refuse. Who may do what is
/// not decided here: the {@link Guard} and the front desks ask the table of grants.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecuritySetup {
    /// Nothing from anywhere but this node, and nothing written into a page: no inline script, no
    /// inline style.
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    /// For so long a browser that came once comes back over HTTPS alone.
    private static final Duration HTTPS_ONLY = Duration.ofDays(365);

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            SignInDesk desk,
            DeviceDesk devices,
            Visits visits,
            Locks locks,
            RequestCache interrupted) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .authenticationManager(new ProviderManager(desk))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .failureHandler(desk)
                        .successHandler(devices))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler(desk)
                        .invalidateHttpSession(false)
                        .logoutSuccessHandler(desk))
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, e) -> {
                    Visit visit = visits.of(request);
                    if (visit.signedIn()) response.sendError(403);
                    else response.sendRedirect(visit.shared() ? "/lock" : "/sign-in?ended");
                }))
                .requestCache(cache -> cache.requestCache(interrupted))
                .addFilterBefore(new StandingFilter(visits, desk, locks, devices), LogoutFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("geolocation=(), camera=(), microphone=()"))
                        .crossOriginOpenerPolicy(opener ->
                                opener.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(
                                CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false)
                                .maxAgeInSeconds(HTTPS_ONLY.toSeconds())
                                .requestMatcher(SecuritySetup::isUnderAName)))
                .build();
    }

    /// Over HTTPS and under a name of its own: for an address browsers do not keep it (RFC 6797,
    /// 8.1.1), and kept for `localhost` it would shut every other page of that machine that has no
    /// HTTPS.
    private static boolean isUnderAName(HttpServletRequest request) {
        return request.isSecure()
                && Host.asked(request.getServerName())
                        .filter(host -> !host.isAddress() && !host.isLoopback())
                        .isPresent();
    }

    /// The page that somebody wanted when they were asked to sign in first.
    @Bean
    RequestCache interrupted() {
        return new HttpSessionRequestCache();
    }
}
