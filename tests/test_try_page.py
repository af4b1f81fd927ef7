"""newsroom try in a terminal: the tour, then the real bot in a page that a real browser opens."""

import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/#[\w-]+")
PATIENCE = 60_000
"""Milliseconds; the machine may be busy."""


def find_browser() -> str:
    """Debian's chromium, or another that is installed; in CI there must be one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("There is no chromium: apt-get install chromium")
    return found or pytest.skip("there is no chromium here")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal([sys.executable, "-m", "bot", "try"], tmp_path, ROOT)
    yield made
    made.end()


@asynccontextmanager
async def browse(url: str) -> AsyncIterator[Page]:
    """The address in a headless browser."""
    arguments = ["--disable-gpu", "--no-first-run", "--disable-background-networking"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser(), chromium_sandbox=os.geteuid() != 0, args=arguments
        )
        try:
            page = await browser.new_page()
            page.set_default_timeout(PATIENCE)
            await page.goto(url)
            yield page
        finally:
            await browser.close()


async def type_command(page: Page, command: str) -> Any:
    """Type a command as a member does, send it, and wait for the answer; gives its message."""
    cards = page.locator("#channel-message-list [data-message-id]")
    before = await cards.count()
    await page.locator("#channel-composer-input").press_sequentially(f"/{command}")
    await page.locator(".command-entry", has_text=f"/{command}").first.click()
    await page.locator("#send-message").click()
    await expect(cards).to_have_count(before + 1, timeout=PATIENCE)
    return cards.last


async def test_a_visitor_types_headlines_in_the_page_and_ends_it_with_control_c(
    terminal: Terminal,
) -> None:
    find_browser()
    async with browse(terminal.read_until(ADDRESS)) as page:
        greeting = page.get_by_role("heading", name="Ask the newsroom")
        await expect(greeting).to_be_visible(timeout=PATIENCE)
        card = await type_command(page, "headlines")
        await expect(card).to_contain_text("Headlines", timeout=PATIENCE)
        await expect(card).to_contain_text("Skerry Light")
        await card.get_by_role("button", name="›").click()
        await expect(card).to_contain_text("6. ", timeout=PATIENCE)
    assert terminal.interrupt() == 0
    shown = terminal.shown.decode("utf-8", "replace")
    assert "Traceback" not in shown
    assert "word for word" in shown
