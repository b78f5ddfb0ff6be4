"""Settings: safe by default, refused with everything that is missing, and documented as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import Settings, SettingsError, bundled, is_loopback, load_settings, settings_table

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def problems(**chosen: object) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        load_settings(**chosen)
    return refused.value.problems


def test_the_defaults_are_safe() -> None:
    settings = load_settings()
    assert is_loopback(settings.host)
    assert not settings.is_production
    assert not settings.demo
    assert settings.migrate_on_start
    assert settings.database_url == "sqlite:///data/vensterscan.sqlite3"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENSTERSCAN_ASSETS", "local")
    monkeypatch.setenv("VENSTERSCAN_DATA_DIR", "elders")
    settings = load_settings()
    assert settings.assets == "local"
    assert settings.database_url == "sqlite:///elders/vensterscan.sqlite3"


def test_what_is_chosen_on_the_command_line_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENSTERSCAN_PORT", "9000")
    assert load_settings().port == 9000
    assert load_settings(port=9001).port == 9001
    assert load_settings(port=None).port == 9000


def test_an_address_that_others_can_reach_asks_for_production_and_https_and_names_both() -> None:
    missing = problems(host="0.0.0.0")
    assert len(missing) == 2
    assert "VENSTERSCAN_ENVIRONMENT=production" in missing[0]
    assert "VENSTERSCAN_BASE_URL" in missing[1]


@pytest.mark.parametrize("base_url", [None, "http://scan.example.nl"])
def test_production_without_an_encrypted_address_is_refused(base_url: str | None) -> None:
    (missing,) = problems(environment="production", base_url=base_url, contact="beheer@example.nl")
    assert "https://" in missing


def test_production_without_somebody_to_tell_about_a_leak_is_refused() -> None:
    (missing,) = problems(environment="production", base_url="https://scan.example.nl")
    assert missing.startswith("VENSTERSCAN_CONTACT ontbreekt")


def test_metrics_in_production_without_a_key_are_refused() -> None:
    known = {"environment": "production", "base_url": "https://scan.example.nl", "contact": "beheer@example.nl"}
    (missing,) = problems(**known, metrics=True)
    assert missing.startswith("VENSTERSCAN_METRICS_KEY ontbreekt")
    assert load_settings(**known, metrics=True, metrics_key="k" * 20).metrics
    assert not load_settings(**known).metrics


def test_production_with_an_encrypted_address_may_be_reached() -> None:
    settings = load_settings(
        host="0.0.0.0",
        environment="production",
        base_url="https://scan.example.nl/",
        contact="beheer@example.nl",
    )
    assert settings.base_url == "https://scan.example.nl"
    assert settings.is_https


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_this_machine_alone_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "vensterscan.example.nl", ""])
def test_everything_else_is_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database_url", "mysql://server/naam"),
        ("base_url", "scan.example.nl"),
        ("base_url", "https://example.nl/pad"),
        ("assets", "elders"),
        ("port", "vijf"),
        ("port", "70000"),
        ("contact", "beheer"),
        ("contact", "beheer@example.nl\nContact: mailto:iemand@example.org"),
        ("metrics_key", "kort"),
    ],
)
def test_a_value_that_cannot_be_is_named_in_dutch(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"VENSTERSCAN_{name.upper()}", value)
    (problem,) = problems()
    assert problem.startswith(f"VENSTERSCAN_{name.upper()} heeft een waarde die niet kan:")


def test_a_password_is_not_shown_when_settings_are_printed() -> None:
    settings = load_settings(
        database_url="postgresql+psycopg://scan:geheim@server/scan", metrics_key="geheime-sleutel-van-de-metingen"
    )
    assert "geheim" not in repr(settings)


def test_every_setting_has_a_sentence() -> None:
    for name, setting in Settings.model_fields.items():
        assert setting.description, name
        assert setting.description.rstrip("`").endswith("."), name


def test_the_documented_settings_are_the_real_ones() -> None:
    assert DOCS.read_text(encoding="utf-8") == settings_table(), "run: vensterscan settings > docs/settings.md"


@pytest.mark.parametrize("name", ["templates", "migrations"])
def test_what_came_with_the_program_is_found(name: str) -> None:
    assert list(bundled(name).iterdir())
