"""The result pages in a real browser: readable at every width, with and without JavaScript, with living charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.results.pages.overview import first_sentence
from questionnaires import load_current
from tests.support.browser import accessibility_faults, open_page, scrolls_sideways

pytestmark = pytest.mark.browser

HOUTEN = "/scans/voorbeeld-houten-fase-1"
RECOMMENDATIONS = load_current().recommendations.recommendations
PARTS = (
    "",
    "/vensters/inwoner",
    "/vensters/professional",
    "/vensters/organisatie",
    "/vensters/beleid",
    "/continuum",
    "/leerordes",
    "/spiegel",
    "/advies",
    "/advies?voor=organisatie",
    "/verantwoording",
    "/herkomst/plek/samen",
    "/herkomst/onderwerp/plan",
    "/herkomst/advies/R13",
    "/afdrukken",
    "/op-een-a4",
)


@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page_at_each_width: Page, demo_address: str, part: str) -> None:
    page_at_each_width.goto(demo_address + HOUTEN + part)
    assert accessibility_faults(page_at_each_width) == []
    assert not scrolls_sideways(page_at_each_width)


def test_on_a_wide_screen_every_chart_becomes_interactive_without_breaking_the_policy(
    page: Page, demo_address: str
) -> None:
    for part in ("", "/vensters/professional", "/continuum", "/leerordes", "/spiegel"):
        page.goto(demo_address + HOUTEN + part)
        page.evaluate("document.querySelectorAll('.result-spread').forEach(one => one.open = true)")  # how answers lie
        figures = page.locator("figure[data-chart]")
        for number in range(figures.count()):
            figures.nth(number).scroll_into_view_if_needed()
            expect(figures.nth(number).locator(".main-svg").first).to_be_visible(timeout=20_000)
        assert page.locator(".result-figure--interactive").count() == figures.count()
        assert accessibility_faults(page) == []


def test_an_interactive_radar_really_draws_its_lines(page: Page, demo_address: str) -> None:
    page.goto(f"{demo_address}{HOUTEN}/continuum")
    radar = page.locator('figure[data-chart$="kenmerken.json"]')
    radar.scroll_into_view_if_needed()
    expect(radar.locator(".polarlayer .scatterlayer .trace")).to_have_count(3, timeout=20_000)
    expect(page.get_by_text("Share chart")).to_have_count(0)


def test_the_drawing_stays_in_the_page_for_who_cannot_see_the_interactive_chart(page: Page, demo_address: str) -> None:
    page.goto(f"{demo_address}{HOUTEN}/vensters/professional")
    figure = page.locator("figure[data-chart]").first
    expect(figure.locator(".result-figure__interactive")).to_have_attribute("aria-hidden", "true", timeout=20_000)
    assert figure.get_by_role("img").first.evaluate("element => element.querySelector('title').textContent")
    page.emulate_media(media="print")
    expect(figure.locator(".result-figure__wide")).to_be_visible()
    expect(figure.locator(".result-figure__interactive")).to_be_hidden()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, 390)


def test_on_a_phone_the_small_drawing_is_shown_and_plotly_is_never_fetched(phone: Page, demo_address: str) -> None:
    fetched: list[str] = []
    phone.on("request", lambda request: fetched.append(request.url))
    phone.goto(f"{demo_address}{HOUTEN}/vensters/professional")
    phone.wait_for_load_state("networkidle")
    figure = phone.locator("figure[data-chart]").first
    expect(figure.locator(".result-figure__narrow svg").first).to_be_visible()
    expect(figure.locator(".result-figure__wide")).to_be_hidden()
    assert not [url for url in fetched if "plotly" in url or url.endswith(".json")]


@pytest.fixture
def small_phone(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, 320)


@pytest.mark.parametrize("part", ["", "/vensters/professional", "/continuum", "/spiegel", "/leerordes"])
def test_the_smallest_text_in_a_drawing_can_be_read_on_a_small_phone(
    small_phone: Page, demo_address: str, part: str
) -> None:
    small_phone.goto(demo_address + HOUTEN + part)
    sizes = small_phone.evaluate(
        """() => [...document.querySelectorAll('.result-figure__narrow svg text')].map(text => {
            const svg = text.ownerSVGElement;
            return Number(text.getAttribute('font-size')) * svg.clientWidth / svg.viewBox.baseVal.width;
        })"""
    )
    assert min(sizes) >= 11


def test_on_a_phone_the_story_begins_early_and_the_parts_stand_in_one_row(phone: Page, demo_address: str) -> None:
    for part in ("", "/continuum"):
        phone.goto(demo_address + HOUTEN + part)
        assert phone.evaluate("document.querySelector('.result-story').getBoundingClientRect().top") < 500
        row = phone.locator(".result-parts__list").bounding_box()
        assert row is not None
        assert row["height"] < 60
    last = phone.get_by_role("link", name="Verantwoording", exact=True).first
    last.focus()
    where = phone.locator(".result-parts__link").last
    where.focus()
    place = where.bounding_box()
    assert place is not None
    assert place["x"] + place["width"] <= 390


def test_on_a_wide_screen_the_first_screen_has_the_place_the_difference_and_three_recommendations(
    browser: Browser, demo_address: str
) -> None:
    for screen in open_page(browser, 1280):
        screen.set_viewport_size({"width": 1280, "height": 900})
        screen.goto(demo_address + HOUTEN)
        bottoms = screen.evaluate(
            """() => [...document.querySelectorAll('.result-story, .story-answers, .story-step')].map(
                one => one.getBoundingClientRect().bottom)"""
        )
        assert bottoms[4] <= 905  # the story, the answers, and three steps


def test_the_overview_prints_on_exactly_one_sheet(page: Page, demo_address: str) -> None:
    for place in ("houten", "woerden", "wijk-bij-duurstede"):
        for phase in (1, 2):
            for part in ("", "/op-een-a4"):
                page.goto(f"{demo_address}/scans/voorbeeld-{place}-fase-{phase}{part}")
                printed = page.pdf(prefer_css_page_size=True)
                assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.goto(demo_address + HOUTEN)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1040})  # an A4 within its margins
    foot = page.locator(".story-foot")
    expect(foot).to_contain_text("Gebaseerd op: Binkhorst")
    expect(foot).to_contain_text("een minimum aan antwoorden")
    expect(foot).to_contain_text("Editie integraal-werken")
    end = foot.bounding_box()
    assert end is not None
    assert end["y"] + end["height"] <= 960  # room for the longest texts: see the test below


def test_the_longest_recommendations_still_fit_on_one_sheet(page: Page, demo_address: str) -> None:
    """Every title, reason and step as long as the longest that there is."""
    page.goto(f"{demo_address}{HOUTEN}/op-een-a4")
    title, gap = (max((getattr(one, part) for one in RECOMMENDATIONS), key=len) for part in ("title", "gap"))
    step = max((first_sentence(one.first_step) for one in RECOMMENDATIONS), key=len)
    longest = {
        ".story-step__title": title,
        ".story-step__begin": f"Eerste stap: {step}",
        ".story-step__why": f"Omdat {gap} nog achterblijft bij uw ambitie.",
    }
    for selector, text in longest.items():
        page.locator(selector).evaluate_all("(found, text) => found.forEach(one => one.textContent = text)", text)
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_actor_filter_replaces_only_the_list_and_keeps_address_and_focus(page: Page, demo_address: str) -> None:
    page.goto(f"{demo_address}{HOUTEN}/advies")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Beleid en bestuur", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Beleid en bestuur:")
    assert page.url.endswith("/advies?voor=beleid")
    assert page.evaluate("window.stayed")
    assert page.evaluate("document.activeElement.textContent") == "Beleid en bestuur"
    page.go_back()
    expect(page.get_by_role("status")).not_to_contain_text("Beleid en bestuur:")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()


def test_the_actor_filter_works_without_javascript(browser: Browser, demo_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_address}{HOUTEN}/advies")
    page.get_by_role("link", name="Professionals", exact=True).click()
    expect(page.locator("#adviezen")).to_contain_text("Professionals:")
    assert page.url.endswith("/advies?voor=professional")
    page.goto(demo_address + HOUTEN)
    expect(page.locator("figure svg:visible").first).to_be_visible()
    context.close()
