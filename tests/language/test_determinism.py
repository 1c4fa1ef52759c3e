"""The answer must not hang on the order of sets, which differs from process to process."""

import os
import subprocess
import sys

from app.settings import ROOT

CODE = """
from app.language import match_names, parse_symptoms
from tests.language.small import LEXICON
for text in ("my lip keeps jumping, no fever, numbness and tingling in feet", "hair in a drain",
             "tyred and dizy", "zzz tingly earlobe", "burning pain in legs"):
    print(parse_symptoms(text, LEXICON), match_names(text, LEXICON))
"""


def answer(hash_seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        text=True,
    )
    return done.stdout


def test_hash_seeds_change_nothing() -> None:
    assert answer("1") == answer("2") == answer("12345")
