package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import dev.cleave.architecture.report.ShopReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a browser that is installed on this machine; passed by where there is none. */
class HtmlPageIT {

    private static final String ORDER_PLACED = "message=com.example.shop.ordering.api.OrderPlaced";

    @TempDir
    private static Path folder;

    private static @Nullable ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        Path chromium = installed("chromium", "chromium-browser", "google-chrome");
        Path driver = installed("chromedriver");
        if (chromium == null || driver == null) {
            System.err.println("The report's page is NOT looked at in a browser: no Chromium with chromedriver is on the path.");
        }
        assumeTrue(chromium != null && driver != null, "no Chromium with chromedriver on the path");
        for (Map.Entry<String, Report> report : Map.of(
                "full", ShopReport.full(),
                "kept", ShopReport.kept(),
                "bare", SampleReport.empty(),
                "hostile", HtmlPageTests.hostile()).entrySet()) {
            Files.writeString(folder.resolve(report.getKey() + ".html"), HtmlPage.of(report.getValue()));
        }
        Files.writeString(folder.resolve("scriptless.html"),
                HtmlPage.of(ShopReport.full()).replaceAll("(?s)<script.*?</script>", ""));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--window-size=1280,900", "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).usingAnyFreePort().build(), options);
        browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void atADesk() {
        screen(1280, 900, false);
        light("light");
    }

    @ParameterizedTest
    @CsvSource({"full", "kept", "bare", "hostile"})
    void opensWithoutAComplaint(String page) {
        load(page, "");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(script("document.documentElement.dataset.ready")).isEqualTo("true");
        assertThat(browser.findElements(By.cssSelector("#static"))).isEmpty();
    }

    @Test
    void showsNamesAsTextWhateverStandsInThem() {
        load("hostile", "");
        assertThat(script("String(window.hostile)")).isEqualTo("undefined");
        assertThat(browser.findElements(By.cssSelector("img, main i, #verdict h1 b"))).isEmpty();
        assertThat(script("document.getElementById('messages').textContent.includes('<img src=x onerror=window.hostile=1>')"))
                .isEqualTo(true);
    }

    @Test
    void findsAMessageByKeyboardAlone() {
        load("full", "");
        keys("/");
        keys("stockres");
        List<WebElement> found = browser.findElements(By.cssSelector("#found [role=option]"));
        assertThat(found.getFirst().getText()).contains("StockReserved");
        keys(Keys.ENTER);
        assertThat(script("location.hash")).isEqualTo("#message=com.example.shop.inventory.api.StockReserved");
        assertThat(open("message=com.example.shop.inventory.api.StockReserved")).isTrue();
        assertThat(script("document.activeElement.tagName")).isEqualTo("SUMMARY");
    }

    @Test
    void findsRulesAndContextsToo() {
        load("full", "");
        keys("/");
        keys("personal");
        assertThat(browser.findElement(By.id("found")).getText()).contains("Rules", "No event holds personal data", "Contexts",
                "ordering");
        keys(Keys.ESCAPE);
        assertThat(browser.findElement(By.id("found")).isDisplayed()).isFalse();
    }

    @Test
    void saysOfASenderWhereItIsInDoubt() {
        load("full", "#message=com.example.shop.payment.api.ReportRefund");
        assertThat(browser.findElement(By.id("message=com.example.shop.payment.api.ReportRefund")).getText())
                .contains("Perhaps not on each of these: Reporting.command");
        load("full", "#message=com.example.shop.payment.api.RefundPayment");
        assertThat(browser.findElement(By.id("message=com.example.shop.payment.api.RefundPayment")).getText())
                .doesNotContain("Perhaps");
    }

    @Test
    void showsWhatGoesAlongAnEdgeThatIsChosenByKeyboard() {
        load("full", "");
        script("document.querySelector('[data-edge=\"messages:ordering>payment\"]').focus()");
        keys(Keys.ENTER);
        WebElement panel = browser.findElement(By.id("edge"));
        assertThat(panel.getText()).contains("ordering → payment", "AuthorisePayment", "Fulfilment",
                "In a cycle, which is allowed.");
        assertThat(script("document.activeElement.getAttribute('aria-pressed')")).isEqualTo("true");
        assertThat(script("location.hash")).isEqualTo("#edge=messages%3Aordering%3Epayment");
        keys(Keys.ESCAPE);
        assertThat(script("location.hash")).isEqualTo("#map");
        assertThat(browser.findElements(By.id("edge"))).isEmpty();
        assertThat(script("document.activeElement.dataset.edge")).isEqualTo("messages:ordering>payment");
    }

    @Test
    void showsWhatAnEdgeAtCompileTimeRestsOnWhenItIsPointedAt() {
        load("full", "");
        script("document.getElementById('map').scrollIntoView()");
        browser.findElement(By.cssSelector("[data-edge='code:shipping>ordering'] text")).click();
        assertThat(browser.findElement(By.id("edge")).getText()).contains("shipping → ordering", "OrderId", "which is a fault");
    }

    @Test
    void opensWhatALinkNames() {
        load("full", "#message=OrderPlaced");
        assertThat(open(ORDER_PLACED)).isTrue();
        assertThat(inView(ORDER_PLACED)).isTrue();
        load("full", "#rule=sql-own-tables");
        assertThat(inView("rule=sql-own-tables")).isTrue();
        load("full", "#edge=code:ordering%3Ecatalog");
        assertThat(browser.findElement(By.id("edge")).getText()).contains("ordering → catalog");
        load("full", "#profile=split");
        assertThat(browser.findElement(By.id("profile=split")).isDisplayed()).isTrue();
        assertThat(browser.findElement(By.id("profile=hybrid")).isDisplayed()).isFalse();
    }

    @Test
    void namesInItsAddressWhatIsChosen() {
        load("full", "");
        script("document.querySelector('input[name=profile][value=split]').click()");
        assertThat(script("location.hash")).isEqualTo("#profile=split");
        script("document.getElementById('way-start').value = 'com.example.shop.ordering.api.PlaceOrder'");
        script("document.getElementById('way-start').dispatchEvent(new Event('change'))");
        assertThat(script("location.hash")).isEqualTo("#way=com.example.shop.ordering.api.PlaceOrder");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void leadsFromEachLinkToSomethingThatIsThere() {
        load("full", "");
        assertThat((List<?>) browser.executeScript("""
                const links = [...new Set([...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')))];
                return links.map(link => decodeURIComponent(link.slice(1)))
                    .filter(name => !name.startsWith('way=') && !document.getElementById(name));
                """)).isEmpty();
        assertThat((List<?>) browser.executeScript("""
                const names = [...document.querySelectorAll('[id]')].map(element => element.id);
                return names.filter((name, i) => names.indexOf(name) !== i);
                """)).isEmpty();
    }

    @Test
    void followsTheWholeWayFromAMessage() {
        load("full", "#way=com.example.shop.ordering.api.PlaceOrder");
        assertThat(browser.findElement(By.cssSelector(".tree")).getText().lines())
                .anyMatch(line -> line.contains("OrderPlaced"))
                .anyMatch(line -> line.contains("ReserveStock") && line.contains("inventory") && line.contains("Fulfilment"))
                .anyMatch(line -> line.contains("PrepareShipment") && line.contains("shipping"));
    }

    @Test
    void showsFailedRulesAlone() {
        load("full", "");
        script("document.querySelector('input[name=outcome][value=failed]').click()");
        assertThat(browser.findElements(By.cssSelector(".rule")).stream().filter(WebElement::isDisplayed)
                .map(rule -> rule.getAttribute("id")))
                .containsExactly("rule=no-foreign-beans", "rule=sql-own-tables", "rule=no-personal-data-in-events");
    }

    @Test
    void showsTheMessagesThatFitAFilter() {
        load("full", "");
        browser.findElement(By.id("message-text")).sendKeys("carrier");
        script("document.querySelector('input[name=kind][value=event]').click()");
        List<String> shown = browser.findElements(By.cssSelector(".message")).stream()
                .filter(WebElement::isDisplayed)
                .map(message -> message.getAttribute("id"))
                .toList();
        assertThat(shown).isNotEmpty().allMatch(id -> id.contains(".shipping.") || id.contains(".ordering."));
        assertThat(browser.findElement(By.cssSelector("#messages .count")).getText()).startsWith(shown.size() + " of 112");
        script("location.hash = '#message=ListProduct'");
        assertThat(inView("message=com.example.shop.catalog.api.ListProduct")).isTrue();
    }

    @Test
    void needsNoSidewaysScrollingOnAPhone() {
        screen(360, 740, true);
        for (String page : List.of("full", "kept", "bare", "hostile", "scriptless")) {
            load(page, "");
            script("document.querySelectorAll('main details').forEach(details => details.open = true)");
            script("document.querySelectorAll('.edge').forEach(edge => edge.dispatchEvent(new MouseEvent('click')))");
            assertThat(script("document.documentElement.scrollWidth")).as(page).isEqualTo(360L);
        }
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void isLegible(String scheme) {
        light(scheme);
        load("full", "#edge=code:shipping%3Eordering");
        script("document.querySelectorAll('main details').forEach(details => details.open = true)");
        assertThat(script("matchMedia('(prefers-color-scheme: dark)').matches")).isEqualTo(scheme.equals("dark"));
        assertThat(browser.executeScript("""
                const channels = text => text.match(/[\\d.]+/g).map(Number);
                const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const behind = element => { for (let e = element; e; e = e.parentElement) {
                    const c = channels(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] === 1) return c.slice(0, 3); }
                    return [255, 255, 255]; };
                const poor = new Set();
                const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (words.nextNode()) {
                    const element = words.currentNode.parentElement;
                    if (!words.currentNode.textContent.trim() || element.closest('script, style, svg') || !element.checkVisibility()) continue;
                    const a = light(channels(getComputedStyle(element).color).slice(0, 3)), b = light(behind(element));
                    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    if (ratio < 4.5) poor.add(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.className + ': '
                        + element.textContent.slice(0, 40));
                }
                return [...poor];
                """)).isEqualTo(List.of());
    }

    @Test
    void opensAllOnPaperAndClosesItAgain() {
        load("full", "");
        Object closed = script("document.querySelectorAll('main details:not([open])').length");
        assertThat((Long) closed).isGreaterThan(100);
        script("dispatchEvent(new Event('beforeprint'))");
        assertThat(script("document.querySelectorAll('main details:not([open])').length")).isEqualTo(0L);
        script("dispatchEvent(new Event('afterprint'))");
        assertThat(script("document.querySelectorAll('main details:not([open])').length")).isEqualTo(closed);
    }

    private static void load(String page, String hash) {
        browser.get("about:blank");
        browser.get(folder.resolve(page + ".html").toUri() + hash);
    }

    private static void keys(CharSequence keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    private static @Nullable Object script(String expression) {
        return browser.executeScript("return " + expression);
    }

    private static boolean open(String id) {
        return browser.findElement(By.id(id)).getAttribute("open") != null;
    }

    private static boolean inView(String id) {
        return (boolean) browser.executeScript(
                "const box = document.getElementById(arguments[0]).getBoundingClientRect();"
                        + "return box.height > 0 && box.top >= 0 && box.top < innerHeight;",
                id);
    }

    private static void screen(int width, int height, boolean phone) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    private static void light(String scheme) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static @Nullable Path installed(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
