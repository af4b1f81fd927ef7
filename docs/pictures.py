"""Draw the README's pictures anew: `uv run python docs/pictures.py`. Needs chromium.

Each is what a member gets who types the command in the page of `newsroom try`, on the articles that
come with the project.
"""

import asyncio
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Locator, Page, async_playwright

from bot.cli.seeds import open_seeds
from bot.tryout.page import open_page

FOLDER = Path(__file__).parent / "pictures"

PICTURES = {
    "headlines": {},
    "summary": {"article": "Halden flood toll reaches 26 as mayor orders inquiry"},
    "quotes": {"speaker": "Elin Morvald"},
    "figures": {"topic": "flood"},
}
"""The pictures by their names, which are commands too, and the options that are typed."""

SCALE = 2
"""Pixels of the picture to one of the page, so that it is sharp on good screens."""

_WIDTH, _HEIGHT = 1000, 2400


async def draw_pictures() -> None:
    """Draw every picture into the folder."""
    async with open_seeds() as database, open_page(database) as page, async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, options in PICTURES.items():
            visit = await browser.new_page(
                viewport={"width": _WIDTH, "height": _HEIGHT},
                device_scale_factor=SCALE,
                bypass_csp=True,
            )
            await visit.goto(page.url)
            card = await type_command(visit, name, options)
            save(await card.locator(".component-container").screenshot(), FOLDER / f"{name}.png")
            await visit.close()
        await browser.close()


async def type_command(page: Page, name: str, options: dict[str, str]) -> Locator:
    """Type a command with its options, send it, and wait for its answer."""
    messages = page.locator("#channel-message-list [data-message-id]")
    await messages.first.wait_for()
    before = await messages.count()
    await page.locator("#channel-composer-input").press_sequentially(f"/{name}")
    await page.locator(".command-entry", has_text=f"/{name}").first.click()
    for option, value in options.items():
        field = page.locator(f'.command-option-input[data-option="{option}"]')
        if not await field.count():
            await page.locator(".command-suggestion", has_text=option).first.click()
        await field.press_sequentially(value)
    await page.locator("#send-message").click()
    answer = messages.nth(before)
    # The page lets nothing be pressed until the answer has come to rest.
    await answer.locator("button.component-button[aria-disabled=false]").last.wait_for()
    return answer


def save(picture: bytes, path: Path) -> None:
    """Save a picture with as few colours as show it well, which makes the file small."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(128).save(path, optimize=True)
    print(path.name, *image.size, path.stat().st_size // 1024, "kB")


if __name__ == "__main__":
    asyncio.run(draw_pictures())
