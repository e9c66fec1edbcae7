"""Makes the golden values of several outputs beside this script with scikit-learn.

The small files are the examples of scikit-learn's documentation, whose results it prints; the larger ones were worked
out in fractions from the definitions (no library), and this script gives the same values.

Run with Python 3 and scikit-learn 1.5 or later:
    python3 make_output_goldens.py
"""

import json
import pathlib
import random

import numpy as np
from sklearn import metrics as m

HERE = pathlib.Path(__file__).parent
AVERAGES = ("micro", "macro", "samples")


def save(name, task, columns, expected):
    columns = {k: np.asarray(v).tolist() for k, v in columns.items() if v is not None}
    expected = {k: float(v) for k, v in expected.items()}
    golden = {"task": task, "parameters": {}, "columns": columns, "expected": expected}
    (HERE / f"{name}.json").write_text(json.dumps(golden) + "\n")


def decided(y, p, w=None):
    """Scores of the labels that were predicted."""
    found = {
        "hamming_loss": m.hamming_loss(y, p, sample_weight=w),
        "subset_accuracy": m.accuracy_score(y, p, sample_weight=w),
        "jaccard": m.jaccard_score(y, p, average="samples", sample_weight=w, zero_division=0),
    }
    scores = {"precision": m.precision_score, "recall": m.recall_score, "f1": m.f1_score}
    for name, score in scores.items():
        for average in AVERAGES:
            found[f"{name}_{average}"] = score(y, p, average=average, sample_weight=w, zero_division=0)
    return found


def ranked(y, s, w=None):
    return {
        "ranking_loss": m.label_ranking_loss(y, s, sample_weight=w),
        "lrap": m.label_ranking_average_precision_score(y, s, sample_weight=w),
        "coverage_error": m.coverage_error(y, s, sample_weight=w),
    }


def pick(found, *names):
    return {name: found[name] for name in names}


def documented():
    y, s = np.array([[1, 0, 0], [0, 0, 1]]), np.array([[0.75, 0.5, 1], [1, 0.2, 0.1]])
    save("multilabel_documented_ranks", "multilabel", {"targets": y, "scores": s}, ranked(y, s))
    y = np.array([[0, 1], [1, 1]])
    for name, p in {"zeros": np.zeros((2, 2), int), "ones": np.ones((2, 2), int)}.items():
        expected = pick(decided(y, p), "hamming_loss", "subset_accuracy")
        save(f"multilabel_documented_{name}", "multilabel", {"targets": y, "labels": p}, expected)
    y, p = np.array([[0, 1, 1], [1, 1, 0]]), np.array([[1, 1, 1], [1, 0, 0]])
    save("multilabel_documented_jaccard", "multilabel", {"targets": y, "labels": p}, pick(decided(y, p), "jaccard"))
    y, p = np.array([[0, 0, 0], [1, 1, 1], [0, 1, 1]]), np.array([[0, 0, 0], [1, 1, 1], [1, 1, 0]])
    save("multilabel_documented_f1", "multilabel", {"targets": y, "labels": p}, pick(decided(y, p), "f1_macro"))
    y, p = np.array([[0.5, 1], [-1, 1], [7, -6]]), np.array([[0, 2], [-1, 2], [8, -5]])
    save("multioutput_documented", "multioutput", {"targets": y, "predictions": p}, {
        "mse": m.mean_squared_error(y, p),
        "rmse": m.root_mean_squared_error(y, p),
        "mae": m.mean_absolute_error(y, p),
        "r2": m.r2_score(y, p, multioutput="uniform_average"),
        "explained_variance": m.explained_variance_score(y, p),
    })


def drawn():
    """Forty rows of five labels with ties, rows without labels and rows with all of them."""
    source = random.Random(19)
    y = [[int(source.random() < 0.35) for _ in range(5)] for _ in range(40)]
    y[0], y[1] = [0] * 5, [1] * 5
    s = [[round(min(1, max(0, 0.3 * v + 0.7 * source.random())), 1) for v in row] for row in y]
    w = [round(0.25 + 1.75 * source.random(), 2) for _ in y]
    return y, s, w


def ordered():
    """Thirty rows of four classes in an order; the probabilities are twentieths."""
    source = random.Random(23)
    n, k = 30, 4
    inside = lambda t: min(k - 1, max(0, t))
    y = [source.randrange(k) for _ in range(n)]
    label = [inside(t + source.choice([-1, 0, 0, 0, 1, 2])) for t in y]
    rows = []
    for t in y:
        counts = [1] * k
        for _ in range(16):
            counts[inside(t + source.choice([-1, 0, 0, 1]))] += 1
        rows.append([c / 20 for c in counts])
    w = [round(0.25 + 1.75 * source.random(), 2) for _ in y]
    y, label, p = map(np.asarray, (y, label, rows))
    for suffix, weight in {"": None, "_weighted": np.asarray(w)}.items():
        below = np.cumsum(p - np.eye(k)[y], axis=1)[:, :-1]
        golden = {"target": y, "label": label, "probabilities": p, "weight": weight, "classes": k, "ordered": True}
        save(f"multiclass_ordered{suffix}", "multiclass", golden, {
            "qwk": m.cohen_kappa_score(y, label, weights="quadratic", sample_weight=weight),
            "rank_error": m.mean_absolute_error(y, label, sample_weight=weight),
            "rps": np.average((below**2).mean(axis=1), weights=weight),
        })


def sampled():
    y, s, w = map(np.asarray, drawn())
    p = (s >= 0.5).astype(int)
    for suffix, weight in {"": None, "_weighted": w}.items():
        columns = {"targets": y, "scores": s, "weight": weight}
        save(f"multilabel{suffix}", "multilabel", columns, decided(y, p, weight) | ranked(y, s, weight))


if __name__ == "__main__":
    documented()
    sampled()
    ordered()
