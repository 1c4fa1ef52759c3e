"""Looks through the generated Kotlin and Swift, for which no compiler is here.

Every file must parse, no model may be empty, and no member may be of a type that says nothing. The quick
starts must parse too, and name nothing that was not generated, but for what comes from libraries. Run by
`sdk/generate mobile` with the interpreter of the tools.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_kotlin
import tree_sitter_swift
from tree_sitter import Language, Parser

OUT = Path(__file__).parent / "out"
DOCS = Path(__file__).parent.parent / "docs"
GRAMMARS = {
    ".kt": Language(tree_sitter_kotlin.language()),
    ".swift": Language(tree_sitter_swift.language()),
}
# A struct whose list of members is empty: what a generator makes of a union that it does not understand.
EMPTY = re.compile(r"enum CodingKeys: CodingKey, CaseIterable \{\s*\}|data class \w+ \(\s*\)")
VAGUE = re.compile(
    r"^\s*(?:val|public var) (\w+): (?:\[?JSONValue|kotlin\.Any\b|.*BigDecimal|\[?Any\b)", re.MULTILINE
)
# A variant of a Kotlin union, and the branch that writes it.
VARIANT = re.compile(r"value class (\w+)\(val value")
BRANCH = re.compile(r"is \w+\.(\w+) -> jsonEncoder")
FENCE = re.compile(r"^```(?:kotlin|swift)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STRING = re.compile(r'"(?:\\.|[^"\\])*"')
# Words of a quick start that must be known: types, members and named arguments.
NAMED = re.compile(r"\b[A-Z]\w+|(?<=\.)[a-z]\w+|\b[a-z]\w+(?=(?:: | = )(?!=))")
# Of OkHttp, Retrofit, kotlinx.serialization and the languages' own libraries.
LIBRARY = frozenset(
    {
        "addInterceptor",
        "decodeFromString",
        "errorBody",
        "execute",
        "explicitNulls",
        "flatMap",
        "header",
        "isSuccessful",
        "proceed",
        "response",
        "string",
    }
)
NAMELESS = re.compile(r"(?:Inner|OneOf|AnyOf\d*|Inline\w*|Type\d)\.(?:kt|swift)$")


def faults(path: Path) -> Iterator[str]:
    """Say what is wrong with a generated file."""
    text = path.read_text(encoding="utf-8")
    tree = Parser(GRAMMARS[path.suffix]).parse(text.encode())
    if tree.root_node.has_error:
        yield "does not parse"
    if path.parent.name.lower() != "models":
        return
    if EMPTY.search(text):
        yield "is empty"
    if NAMELESS.search(path.name):
        yield "has a made-up name: name the schema"
    for variant in sorted(set(VARIANT.findall(text)) - set(BRANCH.findall(text))):
        yield f"never writes a {variant}"
    for member in VAGUE.findall(text):
        yield f"says nothing of the type of {member}"


def page_faults(language: str, suffix: str, known: str) -> Iterator[str]:
    """Say what is wrong with the code of a quick start."""
    page = (DOCS / f"quickstart-{language}.md").read_text(encoding="utf-8")
    words = frozenset(re.findall(r"\w+", known))
    for code in FENCE.findall(page):
        if Parser(GRAMMARS[suffix]).parse(code.encode()).root_node.has_error:
            yield f"a block does not parse: {code[:60]!r}"
        bare = re.sub(r"//.*", "", STRING.sub('""', code))
        for name in sorted(set(NAMED.findall(bare)) - words - LIBRARY):
            yield f"{name} was not generated"


def main() -> int:
    """Look through all files; give 1 where something is wrong."""
    bad = 0
    for language, suffix in (("kotlin", ".kt"), ("swift", ".swift")):
        # What stands in "infrastructure" is the generator's own and knows nothing of our document.
        everything = sorted((OUT / language).rglob(f"*{suffix}"))
        files = [path for path in everything if path.parent.name.lower() != "infrastructure"]
        if not files:
            print(f"{language}: nothing was generated")
            bad += 1
        known = "".join(path.read_text(encoding="utf-8") for path in everything)
        for fault in page_faults(language, suffix, known):
            print(f"docs/quickstart-{language}.md {fault}")
            bad += 1
        for path in files:
            for fault in faults(path):
                print(f"{path.relative_to(OUT)} {fault}")
                bad += 1
        print(f"{language}: {len(files)} files looked through")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
