"""Settings by value: what the environment and `.env` give, and how faults are told."""

from __future__ import annotations

import copy
import pickle
import traceback
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import SETTINGS, Settings, read_settings

SECRET = "MTIzNDU2Nzg5MDEyMzQ1Njc4.time.signature"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a corpus in the default place."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    return tmp_path


def faults_of(environ: dict[str, str], env_file: Path = Path(".env")) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, env_file)
    return caught.value.faults


def test_nothing_set_gives_the_documented_defaults(folder: Path) -> None:
    assert read_settings({}) == Settings(
        discord_token=None,
        corpus_dir=Path("seeds"),
        data_dir=Path("data"),
        admin_user_ids=frozenset(),
        log_level="INFO",
        log_format="text",
    )


def test_every_variable_is_read(folder: Path) -> None:
    (folder / "articles").mkdir()
    settings = read_settings(
        {
            "DISCORD_TOKEN": f" {SECRET} ",
            "CORPUS_DIR": "articles",
            "DATA_DIR": "state",
            "ADMIN_USER_IDS": "80351110224678912, 80351110224678913",
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "JSON",
        }
    )
    assert settings.discord_token is not None
    assert settings.discord_token.reveal() == SECRET
    assert settings.library_path == Path("state/library.db")
    assert (
        settings.corpus_dir,
        settings.admin_user_ids,
        settings.log_level,
        settings.log_format,
    ) == (Path("articles"), {80351110224678912, 80351110224678913}, "DEBUG", "json")


def test_the_environment_wins_over_the_file_and_empty_means_not_given(folder: Path) -> None:
    (folder / ".env").write_text("LOG_LEVEL=ERROR\nLOG_FORMAT=json\nDATA_DIR=\n# a comment\n")
    settings = read_settings({"LOG_LEVEL": "WARNING"})
    assert settings.log_level == "WARNING"
    assert settings.log_format == "json"
    assert settings.data_dir == Path("data")


def test_a_corpus_that_is_given_stands_for_the_variable(folder: Path) -> None:
    settings = read_settings({"CORPUS_DIR": "nowhere"}, corpus_dir=Path("elsewhere"))
    assert settings.corpus_dir == Path("elsewhere")


def test_all_faults_are_told_at_once_with_what_is_expected(folder: Path) -> None:
    (folder / "file").write_text("")
    (folder / ".env").write_text("LOG_LEVEL=LOUD\n\n\nthis is no setting\nexport\n")
    environ = {
        "DISCORD_TOKEN": "two words",
        "CORPUS_DIR": "nowhere",
        "DATA_DIR": "file",
        "ADMIN_USER_IDS": "80351110224678912,alice",
        "LOG_FORMAT": "xml",
    }
    assert faults_of(environ) == (
        ".env line 4 cannot be understood; expected lines of NAME=value",
        ".env line 5 cannot be understood; expected lines of NAME=value",
        "DISCORD_TOKEN holds a space or a letter that no token has; "
        "expected the token as Discord shows it",
        "CORPUS_DIR is “nowhere”, which does not exist; expected a folder of articles",
        "DATA_DIR is “file”, which is not a folder; expected one, or a new name",
        "ADMIN_USER_IDS holds “alice”, which is no user id; expected numbers separated by commas, "
        "such as 80351110224678912",
        "LOG_LEVEL is “LOUD”; expected one of DEBUG, INFO, WARNING, ERROR",
        "LOG_FORMAT is “xml”; expected text or json",
    )


def test_a_corpus_that_is_a_file_is_a_fault(folder: Path) -> None:
    (folder / "file").write_text("")
    assert faults_of({"CORPUS_DIR": "file"}) == (
        "CORPUS_DIR is “file”, which is not a folder; expected a folder of articles",
    )


def test_a_file_that_is_not_text_is_a_fault(folder: Path) -> None:
    (folder / ".env").write_bytes(b"\xff\xfe\x00")
    assert faults_of({}) == (".env is not UTF-8 text; expected lines of NAME=value",)


def test_an_env_that_is_a_folder_is_a_fault(folder: Path) -> None:
    (folder / ".env").mkdir()
    assert faults_of({}) == (".env cannot be read (Is a directory); expected lines of NAME=value",)


@pytest.mark.parametrize("token", [f"Bot {SECRET}", f"{SECRET[:9]} {SECRET[9:]}", f"{SECRET}ü"])
def test_a_wrong_token_is_never_repeated(folder: Path, token: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"DISCORD_TOKEN": token})
    told = "".join(traceback.format_exception(caught.value))
    assert SECRET[:9] not in told


def test_a_malformed_line_is_told_by_number_and_never_repeated(folder: Path) -> None:
    (folder / ".env").write_text(f"\n'DISCORD_TOKEN: {SECRET}\n")
    (fault,) = faults_of({})
    assert fault == ".env line 2 cannot be understood; expected lines of NAME=value"


def test_the_token_shows_itself_nowhere(folder: Path) -> None:
    settings = read_settings({"DISCORD_TOKEN": SECRET})
    token = settings.discord_token
    assert token is not None
    for shown in (repr(settings), str(settings), repr(token), f"{token}", f"{token!s:>40}"):
        assert SECRET not in shown
    with pytest.raises(TypeError):
        pickle.dumps(token)
    with pytest.raises(TypeError):
        copy.deepcopy(settings)


def test_the_example_holds_every_setting_with_its_meaning_and_default() -> None:
    example = Path(__file__).parents[1].joinpath(".env.example").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in example.strip().split("\n\n")][1:]
    documented = [
        (
            " ".join(line.removeprefix("# ") for line in lines[:-1]),
            lines[-1].removeprefix("#"),
        )
        for lines in blocks
    ]
    assert documented == [(one.meaning, f"{one.name}={one.default}") for one in SETTINGS]


def test_the_example_works_as_it_is(folder: Path) -> None:
    example = Path(__file__).parents[1] / ".env.example"
    assert read_settings({}, example) == read_settings({}, folder / "none")


def test_every_setting_has_a_field() -> None:
    assert [setting.name.lower() for setting in SETTINGS] == list(Settings.__slots__)
