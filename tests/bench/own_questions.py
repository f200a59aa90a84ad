#!/usr/bin/env python3
"""own_questions.py LANG - the titles and headings of articles/ in this language and the questions of
tests/answers/, as a table for `signpost-eval --foreign`: what an encyclopaedia does not answer.
"""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def titles_and_headings(text):
    title = re.search(r"^title: *(.*)$", text, re.MULTILINE)
    if title:
        yield title.group(1).strip("\"' ")
    in_code = False
    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            in_code = not in_code
        elif not in_code and re.match(r"#{2,3} ", line):
            yield re.sub(r"[`*\[\]]", "", line.lstrip("# ")).split("{")[0].strip()


def own_questions(lang):
    for path in sorted((ROOT / "articles").glob(f"*/{lang}/**/*.md")):
        yield from titles_and_headings(path.read_text(encoding="utf-8"))
    with open(ROOT / "tests/answers/questions.tsv", encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["lang"] == lang:
                yield row["question"]


def main():
    lang = sys.argv[1]
    print("id", "lang", "question", "kind", "reason", "source", "gold", sep="\t")
    for number, question in enumerate(dict.fromkeys(own_questions(lang))):
        print(f"own-{lang}-{number}", lang, question, "refuse", "no_match", "", "", sep="\t")


if __name__ == "__main__":
    main()
