"""Live blogs, galleries and videos are told from texts, and read as what they are."""

import json

import pytest

from bot.ingest.extract import parse_page
from bot.ingest.kinds import find_kind
from bot.model import ArticleKind

SITE = "https://haldenpost.example"
PROSE = "".join(
    f"<p>The river at Halden rose by {n} metres on Monday night, the county said later.</p>"
    for n in range(2, 9)
)


def say(*things: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(things)}</script>'


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/news/live/halden-flood-14", ArticleKind.LIVE),
        ("/inland/hochwasser-im-liveticker-a-1.html", ArticleKind.LIVE),
        ("/monde/direct/2031/crue", ArticleKind.LIVE),
        ("/news/gallery/2031/flood", ArticleKind.GALLERY),
        ("/panorama/fotostrecke/flut-1.html", ArticleKind.GALLERY),
        ("/video/2031/flood", ArticleKind.VIDEO),
        ("/videos/flood-1", ArticleKind.VIDEO),
        ("/news/people-who-live-on-the-quay", ArticleKind.ARTICLE),
        ("/news/video-shows-flood", ArticleKind.ARTICLE),
        ("/technology/video-games/tide", ArticleKind.ARTICLE),
        ("/live", ArticleKind.ARTICLE),
        ("", ArticleKind.ARTICLE),
    ],
)
def test_an_address_says_what_its_page_is(path: str, kind: ArticleKind) -> None:
    assert find_kind((), None, SITE + path) is kind


@pytest.mark.parametrize(
    ("things", "shared_as", "kind"),
    [
        ([{"@type": ["NewsArticle", "LiveBlogPosting"]}], "article", ArticleKind.LIVE),
        ([{"@type": "ImageGallery"}], None, ArticleKind.GALLERY),
        ([{"@type": "https://schema.org/MediaGallery"}], None, ArticleKind.GALLERY),
        ([{"@type": "VideoObject"}], None, ArticleKind.VIDEO),
        ([{"@type": "NewsArticle"}, {"@type": "VideoObject"}], None, ArticleKind.ARTICLE),
        ([{"@type": "NewsArticle"}], "video.other", ArticleKind.VIDEO),
        ([{"@type": 7}, {}], "", ArticleKind.ARTICLE),
    ],
)
def test_a_page_says_itself_what_it_is(
    things: list[dict[str, object]], shared_as: str | None, kind: ArticleKind
) -> None:
    assert find_kind(things, shared_as, SITE) is kind


def test_the_updates_of_a_live_blog_come_newest_first() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": "Water at the quay", "datePublished": f"{day}T09:00Z",
         "articleBody": f"<p>The water stood at {metres} metres at nine, said the county.</p>"}
        for day, metres in (("2031-05-01", 2), ("2031-05-03", 4), ("2031-05-02", 3))
    ]  # fmt: skip
    blog = {"@type": "LiveBlogPosting", "headline": "Flood: live", "liveBlogUpdate": updates}
    page = f"<html><head>{say(blog)}</head><body><article>{PROSE}</article></body></html>"
    article = parse_page(page.encode(), f"{SITE}/live/flood")
    assert article.kind is ArticleKind.LIVE
    stood = [line for line in article.text.split("\n\n") if "stood" in line]
    assert [line.split(" metres")[0][-1] for line in stood] == ["4", "3", "2"]


def test_a_live_blog_that_lists_no_updates_is_read_as_it_stands() -> None:
    blog = say({"@type": "LiveBlogPosting", "liveBlogUpdate": "soon"})
    page = f"<html><head>{blog}</head><body><article>{PROSE}</article></body></html>"
    article = parse_page(page.encode(), None)
    assert article.text.startswith("The river at Halden rose by 2 metres")
    assert article.kind is ArticleKind.LIVE


def test_a_video_without_a_text_has_the_words_that_describe_it() -> None:
    head = '<meta property="og:description" content="The quay, an hour before the flood.">'
    page = f"<html><head><title>Flood</title>{head}</head><body><video></video></body></html>"
    article = parse_page(page.encode(), f"{SITE}/video/flood")
    assert (article.text, article.kind) == (
        "The quay, an hour before the flood.",
        ArticleKind.VIDEO,
    )
