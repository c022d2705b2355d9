// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.clearway.NotRun;
import org.clearway.access.Role;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
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
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_TABS = 150;
    private static final int MOST_PARTS = 8;

    /// Everything that the tab key stops at, in the order of the page.
    private static final String STOPS = """
            return (window.tabStops =
              [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)).length""";

    private static final String AT_THE_BEGINNING = """
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute('tabindex');""";

    private static final String ARRIVED = """
            const wanted = window.tabStops[arguments[0]], at = document.activeElement, lost = window.lost ??= [];
            const called = e => e.tagName + ' ' + (e.innerText || e.name || e.id || '').slice(0, 40);
            const style = getComputedStyle(at), box = at.getBoundingClientRect();
            if (at !== wanted) lost.push('came to ' + called(at) + ' instead of ' + called(wanted));
            else if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
              lost.push('shows nothing at ' + called(at));
            else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
              lost.push('is out of sight at ' + called(at));""";

    private static final String OUT_OF_REACH = """
            const found = [...document.querySelectorAll(arguments[0])];
            if (!found.length) return ['nothing is selected by ' + arguments[0]];
            return found.filter(one => {
              const whole = (one.type === 'radio' || one.type === 'checkbox') ? one.closest('label') : one;
              const box = whole.getBoundingClientRect();
              const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return box.width < 44 || box.height < 44 || !seen || !(whole.contains(seen) || seen.contains(whole));
            }).map(e => e.tagName + ' ' + (e.innerText || e.name) + ' ' + JSON.stringify(e.getBoundingClientRect()));""";

    private static final String FAINT = script("too-faint.js");

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
    public record Kind(String language, int width, int height, boolean script, boolean dark) {
        public static Kind laptop(String language) {
            return new Kind(language, 1280, 800, true, false);
        }

        /// A 7-inch tablet at a gate.
        public static Kind tablet(String language) {
            return new Kind(language, 1024, 600, true, false);
        }

        public static Kind phone(String language) {
            return new Kind(language, 360, 740, true, false);
        }

        public Kind withoutScript() {
            return new Kind(language, width, height, false, dark);
        }

        public Kind atNight() {
            return new Kind(language, width, height, script, true);
        }
    }

    /// @throws org.opentest4j.TestAbortedException if this machine has no Chromium: `test` is recorded as NOT RUN
    public static Browser open(Class<?> test, Kind kind, URI base) {
        return open(test, kind, base, List.of());
    }

    /// The same, with what else the browser is told when it is started.
    static Browser open(Class<?> test, Kind kind, URI base, List<String> told) {
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
                "--force-prefers-reduced-motion",
                "--window-size=" + Math.max(kind.width(), 500) + "," + kind.height(),
                "--lang=" + kind.language());
        options.setAcceptInsecureCerts(false);
        options.addArguments(told);
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

    /// Signs in at a desk of a {@link Site}, by hand.
    Browser signIn(Role role) {
        return signIn(Site.account(role).name(), Site.PASSWORD.text());
    }

    /// Signs in, by hand.
    public Browser signIn(String account, String password) {
        go("/sign-in");
        driver.findElement(By.name("account")).sendKeys(account);
        driver.findElement(By.name("password")).sendKeys(password);
        driver.findElement(By.cssSelector("main form button")).click();
        return awaits(account);
    }

    public Browser go(String path) {
        driver.get(base.resolve(path).toString());
        return this;
    }

    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// Waits until the page says `words`, while the browser goes to where a press has led it.
    public Browser awaits(String words) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(() -> "waiting for \"" + words + "\" on " + driver.getCurrentUrl() + ":\n" + text())
                .until(any -> steady(this::text).contains(words));
        return this;
    }

    /// Waits until the page shows something that `selector` selects.
    public Browser awaitsSightOf(String selector) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(() -> "waiting for " + selector + " on " + driver.getCurrentUrl() + ":\n" + text())
                .until(any -> steady(
                        () -> driver.findElement(By.cssSelector(selector)).isDisplayed()));
        return this;
    }

    /// Of a part whose page is left while it is read, the driver says one of two things, of which only one has a type.
    private static <T> T steady(Supplier<T> read) {
        try {
            return read.get();
        } catch (WebDriverException e) {
            if (!String.valueOf(e.getMessage()).contains("does not belong to the document")) throw e;
            throw new StaleElementReferenceException("The page was left while it was read.", e);
        }
    }

    /// Waits until the browser is at an address that ends like this.
    public Browser awaitsAddress(String end) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .withMessage(() -> "waiting for " + end + " at " + driver.getCurrentUrl())
                .until(any -> Objects.requireNonNull(driver.getCurrentUrl()).endsWith(end));
        return this;
    }

    public ChromeDriver driver() {
        return driver;
    }

    /// How much wider the page is than the window, in CSS pixels. Above 0, it must be scrolled sideways to be read.
    public long sidewaysBy() {
        var wider = (Number) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wider == null ? 0 : wider.longValue();
    }

    /// What can be pressed and is lower than 48 px, links within running text left out.
    public List<String> tooSmallToTouch() {
        return strings("""
                return [...document.querySelectorAll('button, .button, .tool, .doors a, .ways a, summary,'
                    + ' input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select')]
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)
                  .map(e => e.tagName + ' ' + (e.innerText || e.name) + ' ' + e.getBoundingClientRect().height)""");
    }

    /// What `selector` selects and a finger cannot touch without scrolling: its middle is outside the window or
    /// covered,
    /// or it is lower or narrower than 44 px.
    public List<String> outOfReach(String selector) {
        return strings(OUT_OF_REACH, selector);
    }

    /// The whole page, into `target/screenshots/NAME.png`.
    public Browser picture(String name) {
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
    public List<String> requests() {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (!message.path("method").asString().equals("Network.requestWillBeSent")) continue;
            String url = message.path("params").path("request").path("url").asString();
            if (!url.startsWith("data:") && !url.startsWith("chrome:")) requests.add(url);
        }
        return List.copyOf(requests);
    }

    /// The requests that were not for this node.
    public List<String> requestsElsewhere() {
        return requests().stream()
                .filter(url -> !url.startsWith(base.toString()))
                .toList();
    }

    /// What the browser complained of: scripts that failed, whatever the content security policy refused. A page that
    /// answers with an error on purpose is no complaint.
    public List<String> complaints() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() < Level.WARNING.intValue()) continue;
            if (entry.getMessage().contains("Failed to load resource")) continue;
            complaints.add(entry.getMessage());
        }
        return List.copyOf(complaints);
    }

    /// Sets the size of the page itself; a window has a smallest width that telephones are narrower than.
    public Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        return this;
    }

    /// As {@link #picture}, as long as the page is.
    public Browser wholePicture(String name) {
        int width = number("return document.documentElement.clientWidth");
        int height = number("return window.innerHeight");
        size(width, Math.max(height, number("return document.documentElement.scrollHeight")));
        picture(name);
        size(width, height);
        return this;
    }

    /// The page as it would be printed, in CSS.
    public Browser asPrinted(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
        return this;
    }

    /// The page as it is seen by those who prefer dark pages, or not.
    public Browser atNight(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /// Texts that stand out too little from what is behind them, by WCAG 2.2: less than 4.5 to 1, or 3 to 1 where they
    /// are large. Drawings are left out.
    public List<String> tooFaintToRead() {
        return strings(FAINT);
    }

    /// Presses keys, wherever the page listens now.
    public Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /// Goes forward with the tab key until something that `selector` selects listens.
    public Browser tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(
                    driver.executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                return this;
            }
        }
        throw new AssertionError(
                "The tab key does not come to " + selector + " on " + driver.getCurrentUrl() + ":\n" + text());
    }

    /// Goes through the page with the tab key, from its beginning, whatever listens at first.
    /// @return where the key goes astray, shows nothing of where it is, or is out of sight
    public List<String> lostOnTheWay() {
        driver.executeScript(AT_THE_BEGINNING);
        int stops = number(STOPS);
        for (int i = 0; i < stops; i++) {
            tabOn();
            driver.executeScript(ARRIVED, i);
        }
        return strings("return window.lost");
    }

    /// Each part of a day or an hour is a stop of its own within one field.
    private void tabOn() {
        WebElement from = driver.switchTo().activeElement();
        for (int i = 0; i < MOST_PARTS && driver.switchTo().activeElement().equals(from); i++) press(Keys.TAB);
    }

    private static String script(String name) {
        try (InputStream in = Browser.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> strings(String script, Object... arguments) {
        var found = new ArrayList<String>();
        if (driver.executeScript(script, arguments) instanceof List<?> list)
            list.forEach(one -> found.add(String.valueOf(one)));
        return found;
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
