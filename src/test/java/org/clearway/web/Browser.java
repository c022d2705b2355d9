// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.clearway.NotRun;
import org.clearway.access.Role;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Chromium, without a screen. It remembers every request that its pages made and everything that it complained
/// of, and takes pictures into `target/screenshots`.
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChromeDriver driver;
    private final URI base;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(ChromeDriver driver, URI base) {
        this.driver = driver;
        this.base = base;
    }

    /// How a browser is set up.
    ///
    /// @param width in CSS pixels, also for telephones
    /// @param script whether pages may run JavaScript
    record Kind(String language, int width, int height, boolean script, boolean dark) {
        static Kind laptop(String language) {
            return new Kind(language, 1280, 800, true, false);
        }

        /// A 7-inch tablet at a gate.
        static Kind tablet(String language) {
            return new Kind(language, 1024, 600, true, false);
        }

        static Kind phone(String language) {
            return new Kind(language, 360, 740, true, false);
        }

        Kind withoutScript() {
            return new Kind(language, width, height, false, dark);
        }

        Kind atNight() {
            return new Kind(language, width, height, script, true);
        }
    }

    /// @throws org.opentest4j.TestAbortedException if this machine has no Chromium: `test` is recorded as NOT RUN
    static Browser open(Class<?> test, Kind kind, URI base) {
        boolean asked = !"absent".equals(System.getProperty("clearway.browser"));
        if (!asked || !Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            throw NotRun.because(
                    NotRun.Missing.MACHINE,
                    test,
                    "There is no Chromium with its driver at " + CHROMIUM + " and " + DRIVER + ".",
                    "apt-get install chromium chromium-driver");
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--force-device-scale-factor=1",
                "--window-size=" + Math.max(kind.width(), 500) + "," + kind.height(),
                "--lang=" + kind.language());
        if (kind.dark()) options.addArguments("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
        var preferences = new java.util.HashMap<String, Object>();
        preferences.put("intl.accept_languages", kind.language());
        if (!kind.script()) preferences.put("profile.managed_default_content_settings.javascript", 2);
        options.setExperimentalOption("prefs", preferences);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var browser = new Browser(new ChromeDriver(service, options), base);
        browser.size(kind.width(), kind.height());
        return browser;
    }

    /// Signs in at a desk, by hand.
    Browser signIn(Role role) {
        go("/sign-in");
        driver.findElement(By.name("account")).sendKeys(Site.account(role).name());
        driver.findElement(By.name("password")).sendKeys(Site.PASSWORD.text());
        driver.findElement(By.cssSelector("main form button")).click();
        return awaits(Site.account(role).name());
    }

    Browser go(String path) {
        driver.get(base.resolve(path).toString());
        return this;
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// Waits until the page says `words`, while the browser goes to where a press has led it.
    Browser awaits(String words) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(() -> "waiting for \"" + words + "\" on " + driver.getCurrentUrl() + ":\n" + text())
                .until(any -> text().contains(words));
        return this;
    }

    ChromeDriver driver() {
        return driver;
    }

    /// How much wider the page is than the window, in CSS pixels. Above 0, it must be scrolled sideways to be read.
    long sidewaysBy() {
        var wider = (Number) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wider == null ? 0 : wider.longValue();
    }

    /// What can be pressed and is lower than 48 px, links within running text left out.
    List<String> tooSmallToTouch() {
        Object small = driver.executeScript("""
                return [...document.querySelectorAll('button, .button, .tool, .doors a, .ways a, summary,'
                    + ' input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select')]
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)
                  .map(e => e.tagName + ' ' + (e.innerText || e.name) + ' ' + e.getBoundingClientRect().height)""");
        var found = new ArrayList<String>();
        if (small instanceof List<?> list) list.forEach(one -> found.add(String.valueOf(one)));
        return found;
    }

    /// The whole page, into `target/screenshots/NAME.png`.
    Browser picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// Every address that a page asked for since the browser was opened, addresses of data in the page itself left out.
    List<String> requests() {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (!message.path("method").asString().equals("Network.requestWillBeSent")) continue;
            String url = message.path("params").path("request").path("url").asString();
            if (!url.startsWith("data:") && !url.startsWith("chrome:")) requests.add(url);
        }
        return List.copyOf(requests);
    }

    /// The requests that were not for this node.
    List<String> requestsElsewhere() {
        return requests().stream()
                .filter(url -> !url.startsWith(base.toString()))
                .toList();
    }

    /// What the browser complained of: scripts that failed, whatever the content security policy refused. A page that
    /// answers with an error on purpose is no complaint.
    List<String> complaints() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() < Level.WARNING.intValue()) continue;
            if (entry.getMessage().contains("Failed to load resource")) continue;
            complaints.add(entry.getMessage());
        }
        return List.copyOf(complaints);
    }

    /// Sets the size of the page itself; a window has a smallest width that telephones are narrower than.
    private void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /// As {@link #picture}, as long as the page is.
    Browser wholePicture(String name) {
        int width = number("return document.documentElement.clientWidth");
        int height = number("return window.innerHeight");
        size(width, Math.max(height, number("return document.documentElement.scrollHeight")));
        picture(name);
        size(width, height);
        return this;
    }

    /// The page as it would be printed, in CSS.
    Browser asPrinted(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
        return this;
    }

    private int number(String script) {
        return Optional.ofNullable((Number) driver.executeScript(script))
                .map(Number::intValue)
                .orElse(0);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
