"""What every test run shares: the documentation's code blocks as tests, and Hypothesis' settings."""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

settings.register_profile("default", deadline=None)
settings.load_profile("default")

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).pytest()
