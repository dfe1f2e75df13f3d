package dev.superbill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/// The page of a case, driven as a person drives it.
final class CasePage {
    private static final Pattern CASE = Pattern.compile(".*/cases/([^/?#]+)(?:[?#].*)?");
    private static final String DECISION = "data-decision";

    /// The middle of the first and of the last letter of words in the note.
    private static final String PLACES =
            """
            words => {
              for (const part of document.querySelectorAll('#note .note-body [data-start]')) {
                const at = part.firstChild.data.indexOf(words);
                if (at < 0) continue;
                part.scrollIntoView({block: 'center'});
                const range = document.createRange();
                range.setStart(part.firstChild, at);
                range.setEnd(part.firstChild, at + words.length);
                const rects = range.getClientRects();
                const [a, b] = [rects[0], rects[rects.length - 1]];
                return [a.left + 1, a.top + a.height / 2, b.right - 1, b.top + b.height / 2];
              }
              throw new Error('no stretch of the note has the words');
            }
            """;

    private final Page page;

    private CasePage(Page page) {
        this.page = page;
    }

    /// Codes a worked example.
    ///
    /// @param name its file's name without ending
    static CasePage ofExample(Tab tab, String name) {
        tab.go("/");
        tab.page().locator("a[data-example='" + name + "']").click();
        tab.page().waitForURL(url -> url.endsWith("example=" + name));
        return code(tab.page());
    }

    /// Codes a note that is pasted.
    static CasePage ofText(Tab tab, String text, String serviceDate) {
        tab.go("/");
        tab.page().locator("#text").fill(text);
        tab.page().locator("#serviceDate").fill(serviceDate);
        return code(tab.page());
    }

    /// Sends the form as it is filled.
    static CasePage code(Page page) {
        page.locator("#submit").click();
        return at(page);
    }

    /// The page that the window shows, once it does.
    static CasePage at(Page page) {
        page.waitForURL(CASE);
        assertThat(page.locator("#claim")).isVisible();
        return new CasePage(page);
    }

    /// The case's id.
    String id() {
        var id = CASE.matcher(page.url());
        if (!id.matches()) {
            throw new AssertionError("no case: " + page.url());
        }
        return id.group(1);
    }

    /// What a selector finds.
    Locator find(String selector) {
        return page.locator(selector);
    }

    /// The line or diagnosis with a key such as `CPT-47562`.
    Locator row(String key) {
        return find("#row-" + key);
    }

    /// The keys of the lines and diagnoses in a state, in their order.
    List<String> keys(String state) {
        return find("li.line[data-state=" + state + "]").all().stream()
                .map(row -> String.valueOf(row.getAttribute("data-key")))
                .toList();
    }

    /// Does something that decides, and waits until the page shows what came of it.
    void decide(Runnable deed) {
        var claim = find("#claim");
        var before = String.valueOf(claim.getAttribute(DECISION));
        deed.run();
        assertThat(claim).not().hasAttribute(DECISION, before);
    }

    void accept(String key) {
        decide(() -> find("#accept-" + key).click());
        hasState(key, "accepted");
    }

    void reject(String key, String reason) {
        find("#reject-" + key).click();
        find("#dialog input[name=reason][value='" + reason + "']").check();
        decide(() -> find("#dialog form button.main").click());
        hasState(key, "rejected");
    }

    /// Changes a line to the code that words find.
    void change(String key, String words, String code, String reason) {
        find("#change-" + key).click();
        search(words, code);
        find("#dialog input[name=reason][value='" + reason + "']").check();
        decide(() -> find("#dialog form button.main").click());
        hasState(key, "changed");
    }

    /// Finds a code by words in an open dialog, and chooses it.
    void search(String words, String code) {
        find("#q").fill(words);
        find("#found input[value='" + code + "']").check();
    }

    /// Selects words of the note with the mouse.
    void select(String words) {
        if (!(page.evaluate(PLACES, words) instanceof List<?> places)) {
            throw new AssertionError("the page told no places");
        }
        page.mouse().move(number(places.get(0)), number(places.get(1)));
        page.mouse().down();
        page.mouse().move(number(places.get(2)), number(places.get(3)));
        page.mouse().up();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    void hasState(String key, String state) {
        assertThat(row(key)).hasAttribute("data-state", state);
    }

    void hasStatus(String status) {
        assertThat(find("#claim")).hasAttribute("data-status", status);
    }

    /// Decides on what is still open: accepts what was suggested, and rejects the rest.
    void settle() {
        if (find("#accept-suggested").isEnabled()) {
            decide(() -> find("#accept-suggested").click());
        }
        for (var key : keys("open")) {
            reject(key, "not-documented");
        }
    }

    void undo() {
        decide(() -> find("#undo").click());
    }

    void sign() {
        decide(() -> find("#sign").click());
        hasStatus("signed");
    }
}
