"""Every check of this project, for people (`nox`, `nox -s lint`) and for CI alike."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2026.4"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def _interpreter(version: str) -> str | None:
    """Find a CPython of this version: on the path, or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = [str(path) for path in pyenv.glob(f"versions/{version}.*/bin/python{version}")]
    for candidate in (*found, shutil.which(f"python{version}")):
        if (
            candidate
            and subprocess.run([candidate, "-c", "import venv"], capture_output=True, check=False).returncode == 0
        ):
            return candidate
    return None


OTHERS = {version: _interpreter(version) for version in SUPPORTED if version != HERE}


def _readme_lines() -> list[str]:
    """Take the README's lines for the shell out of it."""
    text = Path("README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line for line in block.splitlines() if line]


def _fresh_copy(session: nox.Session) -> Path:
    """Copy what git has, or would have, to an empty folder."""
    target = Path(session.create_tmp()) / "checkout"
    shutil.rmtree(target, ignore_errors=True)
    listed = session.run_install(
        "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", external=True, silent=True
    )
    for name in filter(None, str(listed).split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, target / name)
    return target


def _wheel(session: nox.Session) -> str:
    """Build the wheel that the tests test."""
    session.install("build")
    folder = Path(session.create_tmp()) / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", "--outdir", str(folder), silent=True)
    return str(next(folder.glob("*.whl")))


@nox.session
def readme(session: nox.Session) -> None:
    """Run the README's two lines as they stand there, in a fresh copy."""
    session.chdir(_fresh_copy(session))
    for line in _readme_lines():
        session.log(line)
        session.run("sh", "-c", line, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Hold style, types and the direction of imports."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("pyrefly", "check")
    session.run("lint-imports", "--no-logo")


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheel; every branch of it and of the tests themselves must run."""
    session.install(f"{_wheel(session)}[dev]")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report")


@nox.session(python=[path for path in OTHERS.values() if path])
def tests_elsewhere(session: nox.Session) -> None:
    """Test the built wheel on the other CPythons that this machine has."""
    missing = [version for version, path in OTHERS.items() if path is None]
    session.log(f"supported and not on this machine: {', '.join(missing) or 'none'}")
    session.run("python", "--version")
    session.install(f"{_wheel(session)}[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def elsewhere(session: nox.Session) -> None:
    """Hold the command to the conformance cases from another language, by its JSON alone."""
    if shutil.which("node") is None:
        session.error("this takes Node.js 18 or later")
    session.install(_wheel(session))
    folder = Path(session.create_tmp()) / "cases"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("nsc-program", "conformance", str(folder), silent=True)
    session.run("node", "docs/examples/conformance.mjs", str(folder), "nsc-program", external=True)


@nox.session(default=False)
def faults(session: nox.Session) -> None:
    """Break the rules one at a time, and show that the tests notice each."""
    session.install("-e", ".[dev]")
    session.run("python", "tools/planted_faults.py", *session.posargs)


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Change the core in one place at a time; what no test notices must be on the list, with its reason."""
    session.install("-e", ".[dev]", "mutmut==3.8.1")  # what it changes decides the score
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Throw documents at the reader that nobody would write, for ten minutes: only its own refusals may come out."""
    # Atheris has no wheel for the newest CPython; Hypothesis draws inputs there.
    session.install(".[fast]", "atheris>=3.0" if sys.version_info < (3, 14) else "hypothesis>=6.140")
    session.run("python", "tools/fuzz_json.py", *(session.posargs or ("--minutes", "10")))


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure what a speed is claimed of, against a yardstick in the same run."""
    session.install(".[dev]")
    for name in session.posargs or ("sweep", "reading"):
        session.run("python", f"benchmarks/{name}.py")
