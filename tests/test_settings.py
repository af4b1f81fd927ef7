"""Settings: every variable, its default, its check."""

from pathlib import Path

import pytest

from bot.errors import BadSettings
from bot.settings import Settings, read_settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of ours is set, and no .env is near."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_names_every_setting_with_its_default() -> None:
    expected = [
        (name.upper(), "" if field.default in (None, ()) else str(field.default))
        for name, field in Settings.model_fields.items()
    ]
    expected = [(n, "" if n == "DATA_DIR" else default) for n, default in expected]
    lines = [line for line in EXAMPLE.read_text("utf-8").splitlines() if "=" in line]
    written = [tuple(line.removeprefix("# ").split("=", 1)) for line in lines]
    assert written == expected


def test_the_example_says_what_each_setting_may_be() -> None:
    text = EXAMPLE.read_text("utf-8")
    for field in Settings.model_fields.values():
        assert f"# {field.description}\n" in text


@pytest.mark.parametrize(
    ("name", "value", "may_be"),
    [
        ("DATABASE_URL", "postgresql://db/news", "sqlite:///path/to/file.db"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("POLL_SECONDS", "0", "1 to 86400"),
        ("POLL_SECONDS", "soon", "1 to 86400"),
        ("RETENTION_DAYS", "99999999999", "1 to 36500"),
        ("FETCH_ALLOW_HOSTS", "10.0.0.0/99", "hosts or networks"),
    ],
)
def test_a_malformed_value_is_an_error_that_names_the_variable_and_what_it_may_be(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, may_be: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as error:
        read_settings()
    assert name in str(error.value)
    assert may_be in str(error.value)
    assert error.value.exit_code == 78


def test_every_malformed_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("POLL_SECONDS", "0")
    with pytest.raises(BadSettings, match=r"(?s)LOG_LEVEL.*POLL_SECONDS"):
        read_settings()


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLL_SECONDS", "")
    assert read_settings().poll_seconds == 900


def test_the_database_is_in_the_data_folder_unless_an_address_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/news")
    assert read_settings().database == "sqlite:////srv/news/newsroom.db"
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/other.db")
    assert read_settings().database == "sqlite:////srv/other.db"


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("made-up-token\n")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(secret))
    token = read_settings().discord_token
    assert token is not None
    assert token.get_secret_value() == "made-up-token"
    assert "made-up-token" not in repr(read_settings())


def test_a_secret_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "missing/token")
    with pytest.raises(BadSettings, match="DISCORD_TOKEN_FILE names missing/token"):
        read_settings()


def test_a_dotenv_file_that_is_no_text_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadSettings, match=r"The file \.env cannot be read"):
        read_settings()


def test_a_dotenv_file_is_read_after_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_FORMAT=json\nPOLL_SECONDS=600\nUNRELATED=1\n")
    monkeypatch.setenv("POLL_SECONDS", "700")
    settings = read_settings()
    assert (settings.log_format, settings.poll_seconds) == ("json", 700)
