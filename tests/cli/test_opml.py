"""newsroom feed import and export, with the library in a temporary folder."""

from pathlib import Path

from tests.cli.conftest import Run

LIST = """<opml><head/><body><outline text="News">
<outline type="rss" text="Harbour &amp; Sea" xmlUrl="https://harbour.example/feed"/>
<outline type="rss" text="Inside" xmlUrl="http://127.0.0.1/feed"/>
<outline type="rss" text="Twice" xmlUrl="http://harbour.example/feed"/></outline></body></opml>"""


def test_a_list_goes_in_and_comes_out(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(LIST)
    done = newsroom("feed", "import", "list.opml")
    told = "1 feed is new, 1 stood in the file more than once, 1 was refused."
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, told)
    assert "Inside: This address does not lead to a public web site." in done.stderr
    again = newsroom("feed", "import", "list.opml")
    assert "No feeds are new, 1 was followed already" in again.stdout
    shown = newsroom("feed", "export")
    assert 'title="Harbour &amp; Sea" xmlUrl="https://harbour.example/feed"' in shown.stdout
    assert "1 feed written to out.opml." in newsroom("feed", "export", "out.opml").stdout
    assert "Harbour &amp; Sea" in (tmp_path / "out.opml").read_text()


def test_a_file_that_is_no_list_is_a_sentence(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>Tide</html>")
    done = newsroom("feed", "import", "page.html")
    assert (done.returncode, done.stdout) == (65, "")
    assert "no OPML file" in done.stderr
    assert newsroom("feed", "import", "nowhere.opml").returncode == 64
    assert "follows no feeds yet" in newsroom("feed", "export").stderr
