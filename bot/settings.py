"""Every environment variable, its default, its check."""

import os
import re
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.errors import BadSettings

_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*", re.IGNORECASE)


class Settings(BaseSettings):
    """What the operator decides; read from the environment, then from ``.env``.

    A variable's value may also stand in a file that ``NAME_FILE`` names, as container platforms
    hand over secrets. An empty value means the default.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    data_dir: Annotated[
        Path,
        Field(description="folder for the database; by default the user's data folder"),
    ] = Path(platformdirs.user_data_dir("newsroom", appauthor=False))
    database_url: Annotated[
        str | None,
        Field(
            description="sqlite:///path/to/file.db; by default newsroom.db in DATA_DIR",
            pattern=r"^sqlite(\+aiosqlite)?:///.+",
        ),
    ] = None
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        Field(description="DEBUG, INFO, WARNING or ERROR"),
    ] = "INFO"
    log_format: Annotated[Literal["text", "json"], Field(description="text or json")] = "text"
    discord_token: Annotated[
        SecretStr | None, Field(description="the bot's token from the Discord developer portal")
    ] = None
    poll_seconds: Annotated[
        int,
        Field(
            ge=1,
            le=86400,
            description="seconds between two readings of a feed, 1 to 86400; never under 300 for "
            "public hosts",
        ),
    ] = 900
    retention_days: Annotated[
        int | None,
        Field(
            ge=1,
            le=36_500,
            description="days for which articles of feeds are kept, 1 to 36500; by default for "
            "ever",
        ),
    ] = None
    fetch_allow_hosts: Annotated[
        tuple[str, ...],
        NoDecode,
        Field(
            description="hosts or networks, separated by commas, that may be fetched "
            "though they are not public"
        ),
    ] = ()
    fetch_proxy: Annotated[
        str | None,
        Field(
            description="http://host:port of a proxy by which all feeds and pages are read; it "
            "should refuse inner addresses itself",
            pattern=r"^http://[^\s/]+/?$",
            repr=False,  # it may hold a password
        ),
    ] = None
    contact: Annotated[
        str | None,
        Field(
            description="web address or e-mail where the sites that are read can reach you; by "
            "default HOMEPAGE",
            pattern=r"^(https?://[^\s]+|[^\s@]+@[^\s@]+\.[^\s@]+)$",
        ),
    ] = None
    homepage: Annotated[
        str | None,
        Field(
            description="web address that /about links to, such as that of the source",
            pattern=r"^https?://[^\s]+$",
        ),
    ] = None

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("discord_token")
    @classmethod
    def _one_word(cls, value: SecretStr | None) -> SecretStr | None:
        """A token goes into a header as it is.

        >>> Settings._one_word(SecretStr("a token"))
        Traceback (most recent call last):
        ValueError: no token
        """
        word = value.get_secret_value() if value else "-"
        if not (word.isascii() and word.isprintable() and " " not in word):
            raise ValueError("no token")
        return value

    @field_validator("fetch_allow_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Take the hosts and networks apart.

        >>> Settings._split("feeds.lan, 10.0.0.0/8")
        ('feeds.lan', '10.0.0.0/8')
        """
        if not isinstance(value, str):
            return value
        hosts = tuple(host.strip() for host in value.split(",") if host.strip())
        for host in hosts:
            if not _HOST.fullmatch(host):
                ip_network(host, strict=False)
        return hosts

    @property
    def told_to_sites(self) -> str | None:
        """Where the sites that are read can reach the operator; None where nothing is set."""
        return self.contact or self.homepage

    @property
    def database(self) -> str:
        """The address of the database, as SQLAlchemy takes it."""
        if self.database_url:
            return self.database_url
        return f"sqlite:///{self.data_dir.expanduser() / 'newsroom.db'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment, then the files it names, then ``.env``."""
        return init_settings, env_settings, _NamedFiles(settings_cls), dotenv_settings


class _NamedFiles(PydanticBaseSettingsSource):
    """Values that stand in files: DISCORD_TOKEN_FILE=/run/secrets/token."""

    def get_field_value(self, field: object, field_name: str) -> tuple[object, str, bool]:
        path = os.environ.get(f"{field_name.upper()}_FILE")
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text("utf-8").strip() or None, field_name, False
        except (OSError, ValueError) as error:
            raise BadSettings(
                f"{field_name.upper()}_FILE names {path}, which cannot be read ({_why(error)}). "
                f"It may be: a text file that holds {field_name.upper()}."
            ) from error

    def __call__(self) -> dict[str, object]:
        values = {
            name: self.get_field_value(field, name)[0]
            for name, field in self.settings_cls.model_fields.items()
        }
        return {name: value for name, value in values.items() if value is not None}


def read_settings(**given: object) -> Settings:
    """The settings of this process; ``given`` goes before the environment.

    Raises BadSettings with a sentence for each variable that has a value we cannot use.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise BadSettings("\n".join(_sentences(error))) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(
            f"The file .env cannot be read ({_why(error)}). It may be: lines NAME=value, in UTF-8."
        ) from None


def _why(error: OSError | ValueError) -> str:
    """Why a file cannot be read, in a few words."""
    return error.strerror or "no reason is given" if isinstance(error, OSError) else "it is no text"


def has_display() -> bool:
    """Whether a window can be opened here: on a desktop, not on a server or in a container."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or bool(shown)


def _sentences(error: ValidationError) -> list[str]:
    names = dict.fromkeys(str(fault["loc"][0]) for fault in error.errors())
    return [
        f"{name.upper()} has a value that cannot be used. "
        f"It may be: {Settings.model_fields[name].description}."
        for name in names
    ]
