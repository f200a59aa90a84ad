#!/usr/bin/env python3
"""learn_answers.py [--foreign N] FILE... - the tables of src/answer/confidence.cc, for the languages of these
files of `signpost-eval --signals`; with --held-out PART, the threshold for those whose name has PART.

Two models (Newton's method, a little ridge). Which passage? A choice among those of a question that has its
answer here. Is it right? A logistic regression over the passage that is chosen, with how it stands among the
others (src/answer/standing.cc), also of questions whose own paragraph is gone and of foreign ones, each of
which counts N times. Needs numpy, which the virtual environment of `./dev embedder` has. Then, for each file:
what share of the chosen passages is right, and what is answered with the own paragraph gone and of foreign
questions, where so many are answered.

The threshold is the least, in steps of .01, that keeps all three limits of --limits on questions that the
weights were not learned from: those of PART are parted into four, and each part, foreign questions too, is
asked with weights that were learned from the rest.
"""
import argparse
import os
import zlib

import numpy as np

SQUARED = ("found", "best sentence", "titled", "elsewhere", "missing", "lead", "beyond others", "found titled", "found rare", "words", "content")
STANDING = ("ahead", "ahead of documents", "ahead in document", "share", "share around")
SQUARED_STANDING = ("share around",)
KEPT = 12  # passages of a question to choose among: the others are as wrong as the worst of these
FAR_AHEAD = 8
RIDGE = 10
PARTS = 4
PLACES = ("document", "section", "begin", "end")


def load(path):
    names, questions = None, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if names is None:
                names = cells[6:]
                continue
            document, section = cells[3].split("#", 1)
            place = [zlib.crc32(document.encode()), zlib.crc32(section.encode()), *cells[4:6]]
            questions.setdefault((cells[1], cells[0]), []).append([float(cell) for cell in [cells[2], *place, *cells[6:]]])
    return names, {key: np.array(rows) for key, rows in questions.items()}


def parts(rows):
    """right, places, inputs"""
    return rows[:, 0], rows[:, 1 : 1 + len(PLACES)], rows[:, 1 + len(PLACES) :]


def design(names, x):
    return np.hstack([x, x[:, [names.index(name) for name in SQUARED]] ** 2])


def fit_choice(names, sets):
    inputs, right, begins, count = [], [], [], 0
    for questions in sets:
        for (own, _), rows in questions.items():
            y, _, x = parts(rows)
            likely = x[:, names.index("found")] + 0.5 * x[:, names.index("titled")] + 0.3 * x[:, names.index("score share")]
            best = np.argsort(-likely, kind="stable")[:KEPT]
            if own != "there" or y[best].min() == y[best].max():
                continue
            inputs.append(design(names, x[best]))
            right.append(y[best] / y[best].sum())
            begins.append(count)
            count += len(best)
    x, wanted = np.vstack(inputs), np.concatenate(right)
    group = np.repeat(np.arange(len(begins)), np.diff([*begins, count]))
    spread = x.std(0) + 1e-6
    z = x / spread

    def judge(weights):
        e = z @ weights
        most = np.maximum.reduceat(e, begins)
        p = np.exp(e - most[group])
        sums = np.add.reduceat(p, begins)
        return wanted @ e - (np.log(sums) + most).sum() - RIDGE / 2 * weights @ weights, p / sums[group]

    weights = np.zeros(z.shape[1])
    value, p = judge(weights)
    for _ in range(30):
        means = np.add.reduceat(z * p[:, None], begins, axis=0)
        curvature = (z * p[:, None]).T @ z - means.T @ means + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curvature, z.T @ (wanted - p) - RIDGE * weights)
        while np.abs(step).max() > 1e-4:
            next_value, next_p = judge(weights + step)
            if next_value > value:
                break
            step /= 2
        else:
            break
        weights, value, p = weights + step, next_value, next_p
    return weights / spread


def standing(promise, places, best):
    """As src/answer/standing.cc has it."""
    document, section, begin, end = places.T
    part = np.exp(promise - promise.max())
    same_document = document == document[best]
    overlaps = same_document & (section == section[best]) & (begin < end[best]) & (begin[best] < end)

    def ahead(of):
        return min(FAR_AHEAD, promise[best] - promise[of].max()) if of.any() else FAR_AHEAD

    around = part[overlaps].sum() / part.sum()
    ahead_of = [ahead(~overlaps), ahead(~same_document), ahead(same_document & ~overlaps)]
    return [*ahead_of, part[best] / part.sum(), around, around**2]


def choose(names, choice, rows):
    """Whether the chosen passage is right, and what is known of it."""
    right, places, x = parts(rows)
    promise = design(names, x) @ choice
    best = promise.argmax()
    return right[best], np.r_[design(names, x[best : best + 1])[0], standing(promise, places, best)]


def fit_confidence(names, choice, sets, foreign):
    chosen = [(own, *choose(names, choice, rows)) for questions in sets for (own, _), rows in questions.items()]
    w = np.array([foreign if own == "foreign" else 1 for own, _, _ in chosen])
    y = np.array([right for _, right, _ in chosen])
    x = np.array([inputs for _, _, inputs in chosen])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    b = np.zeros(z.shape[1])
    ridge = np.r_[np.full(len(b) - 1, RIDGE), 0]
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ b))
        gradient = z.T @ (w * (p - y)) + ridge * b
        b -= np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-6), gradient)
    return np.r_[b[:-1] / spread, b[-1] - (b[:-1] * mean / spread).sum()]


def print_table(names, choice, sure):
    """name {promise, of its square, confidence, of its square}"""

    def square(of, name, squared, base):
        return of[base + squared.index(name)] if name in squared else 0

    for i, name in enumerate(names):
        n = len(names)
        numbers = choice[i], square(choice, name, SQUARED, n), sure[i], square(sure, name, SQUARED, n)
        print(name, "{" + ", ".join(f"{number:.3f}F" for number in numbers) + "}")
    first = len(names) + len(SQUARED)
    for i, name in enumerate(STANDING):
        numbers = 0, 0, sure[first + i], square(sure, name, SQUARED_STANDING, first + len(STANDING))
        print(name, "{" + ", ".join(f"{number:.3f}F" for number in numbers) + "}")
    print(f"bias {sure[-1]:.3f}F")


def report(path, names, questions, choice, sure):
    there, other = [], {"gone": [], "foreign": []}
    for (own, _), rows in questions.items():
        right, inputs = choose(names, choice, rows)
        logit = inputs @ sure[:-1] + sure[-1]
        if own == "there":
            there.append((logit, right))
        else:
            other[own].append(logit)
    scores, right = np.array(there).T
    print(f"{path}: the chosen one is right {right.mean():.3f}")
    for share in (0.5, 0.6, 0.7, 0.75, 0.8):
        least = np.quantile(scores, 1 - share)
        rest = "".join(f", {name} {np.mean(np.array(found) >= least):.3f}" for name, found in other.items() if found)
        print(f"  answered {share:.2f}: right {right[scores >= least].mean():.3f}{rest}, threshold {1 / (1 + np.exp(-least)):.2f}")


def part_of(question):
    return zlib.crc32(question.encode()) % PARTS


def ask_held_out(names, sets, held_out, foreign):
    """of "there", "gone" and "foreign": a confidence a question, and whether the chosen passage is right"""
    asked = {"there": [], "gone": [], "foreign": []}
    for part in range(PARTS):
        known = []
        for questions, is_held_out in zip(sets, held_out):
            known.append({key: rows for key, rows in questions.items() if not is_held_out or part_of(key[1]) != part})
        choice = fit_choice(names, known)
        sure = fit_confidence(names, choice, known, foreign)
        for questions, is_held_out in zip(sets, held_out):
            for (own, question), rows in questions.items():
                if is_held_out and part_of(question) == part:
                    right, inputs = choose(names, choice, rows)
                    asked[own].append((1 / (1 + np.exp(-(inputs @ sure[:-1] + sure[-1]))), right))
    return {own: np.array(found) for own, found in asked.items()}


def settle_threshold(asked, limits):
    """Prints what each threshold would do; the first that keeps the limits is marked."""
    settled = False
    for threshold in np.arange(0.30, 0.95, 0.01):
        answered = {own: found[:, 0] >= threshold for own, found in asked.items()}
        share = {own: is_answered.mean() for own, is_answered in answered.items()}
        right = asked["there"][answered["there"], 1].mean()
        keeps = right >= limits[0] and share["gone"] <= limits[1] and share["foreign"] <= limits[2]
        mark = "" if settled or not keeps else "  <- the least that keeps the limits"
        settled = settled or keeps
        print(f"{threshold:.2f}: answered {share['there']:.3f}, right {right:.4f}, gone {share['gone']:.3f}, foreign {share['foreign']:.4f}{mark}")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--foreign", type=float, default=1)
    options.add_argument("--held-out", metavar="PART", help="settle the threshold for the files with this in their names")
    options.add_argument("--limits", type=float, nargs=3, default=(0.91, 0.12, 0.01), metavar=("RIGHT", "GONE", "FOREIGN"),
                         help="at least so many right, at most so many answered with the own paragraph gone, and of foreign questions")
    options.add_argument("files", nargs="+")
    chosen = options.parse_args()
    loaded = [load(path) for path in chosen.files]
    names = loaded[0][0]
    sets = [questions for _, questions in loaded]
    if chosen.held_out:
        held_out = [chosen.held_out in os.path.basename(path) for path in chosen.files]
        settle_threshold(ask_held_out(names, sets, held_out, chosen.foreign), chosen.limits)
        return
    choice = fit_choice(names, sets)
    sure = fit_confidence(names, choice, sets, chosen.foreign)
    print_table(names, choice, sure)
    for path, questions in zip(chosen.files, sets):
        report(path, names, questions, choice, sure)


if __name__ == "__main__":
    main()
