"""A real server with a demonstration country of its own, and a real browser; skipped with a reason without Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from ondiris.project.demonstration.country import PASSWORD

CHROMIUM = os.environ.get("ONDIRIS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Where it is absent the tests are skipped, or fail where a browser is required."""
    if CHROMIUM is None:
        if os.environ.get("ONDIRIS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium was found, and ONDIRIS_REQUIRE_BROWSER asks for one")
        pytest.skip("no Chromium was found; install it or name it in ONDIRIS_CHROMIUM")
    return CHROMIUM


def demonstration() -> Iterator[str]:
    """The address of `ondiris demo`, started as a person would start it, on a database of its own; once, then stopped."""
    data = Path(tempfile.mkdtemp(prefix="ondiris-browser-"))
    data.chmod(0o755)
    port = _free_port()
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "ONDIRIS_ROLE", "DATABASE_URL")
    }
    environment["ONDIRIS_DATA"] = str(data)
    log = (data / "demo.log").open("w")
    command = [str(Path(sys.executable).with_name("ondiris")), "demo", "--enterprises", "60", "--applications", "8"]
    process = subprocess.Popen([*command, "--port", str(port)], env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process, data / "demo.log")
        yield address
    finally:
        process.terminate()
        process.wait(20)
        log.close()
        from ondiris.project.postgres import stop

        stop(data)
        shutil.rmtree(data, ignore_errors=True)


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"the demonstration did not start:\n{log.read_text()}")
        try:
            urllib.request.urlopen(f"{address}/en/", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the demonstration did not answer:\n{log.read_text()}")


@pytest.fixture(scope="session")
def server(chromium: str) -> Iterator[str]:
    """The address of a demonstration country that the stories share."""
    yield from demonstration()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, server: str) -> Page:
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    return opened


def sign_in(page: Page, server: str, email: str, language: str = "en") -> None:
    """Leave whoever is signed in and come in as this person."""
    page.context.clear_cookies(name="sessionid")
    page.goto(f"{server}/{language}/sign-in/")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/cabinet/**" if email in ENTERPRISES else "**/desk/**")


ENTERPRISES = {
    "aigerim@demo.kz",
    "nurlan@demo.kz",
    "dinara@demo.kz",
    "serik@demo.kz",
    "asel@demo.kz",
    "bauyrzhan@demo.kz",
    "gulzhan@demo.kz",
    "arman@demo.kz",
    "zarina@demo.kz",
}
