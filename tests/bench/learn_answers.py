#!/usr/bin/env python3
"""learn_answers.py FILE... - the table of src/answer/confidence.cc from files of `signpost-eval --signals`.

A logistic regression (Newton's method, a little ridge) over the passages that could be quoted: does this one have the answer? Each
question weighs the same, however many passages it has. Needs numpy, which the virtual environment of `./dev embedder` has. Then, for
each file: what share of the likeliest passages is right, and what is answered with the own paragraph gone and of foreign questions,
where so many are answered.
"""
import sys

import numpy as np

SQUARED = ("found", "best sentence", "titled", "elsewhere", "missing", "lead", "beyond others", "found titled", "found rare", "words", "content")
KEPT = 12  # passages of a question: the others are as wrong as the worst of these
RIDGE = 0.1


def load(path):
    names, questions = None, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if names is None:
                names = cells[3:]
            else:
                questions.setdefault((cells[1], cells[0]), []).append([float(cell) for cell in cells[2:]])
    return names, {key: np.array(rows) for key, rows in questions.items()}


def design(names, rows):
    return np.hstack([rows, rows[:, [names.index(name) for name in SQUARED]] ** 2])


def fit(names, sets):
    inputs, right, weight = [], [], []
    for questions in sets:
        for rows in questions.values():
            x = rows[:, 1:]
            promise = x[:, names.index("found")] + 0.5 * x[:, names.index("titled")] + 0.3 * x[:, names.index("score share")]
            best = np.argsort(-promise, kind="stable")[:KEPT]
            inputs.append(design(names, x[best]))
            right.append(rows[best, 0])
            weight.append(np.full(len(best), 1 / len(best)))
    x, y, w = np.vstack(inputs), np.concatenate(right), np.concatenate(weight)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    b = np.zeros(z.shape[1])
    ridge = np.r_[np.full(len(b) - 1, RIDGE), 0]
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ b))
        gradient = z.T @ (w * (p - y)) + ridge * b
        b -= np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-6), gradient)
    return np.r_[b[:-1] / spread, b[-1] - (b[:-1] * mean / spread).sum()]


def report(path, names, questions, model):
    there, other = [], {"gone": [], "foreign": []}
    for (own, _), rows in questions.items():
        scores = design(names, rows[:, 1:]) @ model[:-1] + model[-1]
        best = scores.argmax()
        if own == "there":
            there.append((scores[best], rows[best, 0]))
        else:
            other[own].append(scores[best])
    scores, right = np.array(there).T
    print(f"{path}: the likeliest is right {right.mean():.3f}")
    for share in (0.5, 0.6, 0.75, 0.8):
        least = np.quantile(scores, 1 - share)
        rest = "".join(f", {name} {np.mean(np.array(found) >= least):.3f}" for name, found in other.items() if found)
        print(f"  answered {share:.2f}: right {right[scores >= least].mean():.3f}{rest}, threshold {1 / (1 + np.exp(-least)):.2f}")


def main(paths):
    loaded = [load(path) for path in paths]
    names = loaded[0][0]
    model = fit(names, [questions for _, questions in loaded])
    for i, name in enumerate(names):
        square = model[len(names) + SQUARED.index(name)] if name in SQUARED else 0
        print(f'{{"{name}", {model[i]:.3f}F, {square:.3f}F}},')
    print(f"kBias = {model[-1]:.3f}F")
    for path, (_, questions) in zip(paths, loaded):
        report(path, names, questions, model)


if __name__ == "__main__":
    main(sys.argv[1:])
