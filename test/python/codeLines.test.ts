import assert from 'node:assert/strict';
import { codeLines } from '../../src/core/code/codeLines';
import { evaluate } from '../../src/core/report/evaluate';
import { modelSamplesOf } from '../../src/core/samples/modelSamplesOf';
import { defaultParameters, type MetricId } from '../../src/shared/metricId';
import { assertClose } from '../support/close';
import { type Golden, goldenSamples, goldens } from '../support/goldenSamples';
import { pythonWith, runPython } from '../support/python';

/** Fills the variables that the comments name, runs each line and prints its value, exactly. */
const runner = `
import ast, json, sys
import numpy as np
from scipy.special import expit, softmax
np.seterr(all="ignore")
results = []
for case in json.load(sys.stdin):
    whole = ["target", "label"] if case["task"] in ["binary", "multiclass"] else []
    c = {k: np.array(v, dtype=int if k in whole else float) for k, v in case["columns"].items()}
    v = {"weight": c.get("weight"), "lower": c.get("lower"), "upper": c.get("upper"), "variance": c.get("variance")}
    v["first_prob"] = c.get("first")
    if "error" in c:
        v |= {"y_pred": c["error"], "y_true": c["error"] * 0.0}
    elif "prediction" in c:
        v |= {"y_pred": c["prediction"], "y_true": c["target"]}
    elif case["task"] == "binary":
        score = c.get("logit")
        prob = c["probability"] if "probability" in c else None if score is None else expit(score)
        label = (prob >= 0.5 if score is None else score >= 0).astype(int) if "label" not in c else c["label"]
        v |= {"y_true": c["target"], "y_score": score, "y_prob": prob, "y_pred": label}
    else:
        score = c.get("logits")
        prob = c["probabilities"] if "probabilities" in c else None if score is None else softmax(score, axis=1)
        v |= {"y_true": c["target"], "y_score": score, "y_prob": prob}
        v["y_pred"] = c["label"] if "label" in c else prob.argmax(axis=1)
    for line in case["lines"]:
        tree = ast.parse(line)
        scope = dict(v)
        exec(compile(ast.Module(tree.body[:-1], []), "line", "exec"), scope)
        value = eval(compile(ast.Expression(tree.body[-1].value), "line", "eval"), scope)
        results.append(repr(float(value)))
print(json.dumps(results))
`;

/** At an offset of 1e9 the deviances of scikit-learn cancel to noise around zero. */
const cancelling = new Set([
  'regression_offset poisson_deviance',
  'regression_offset tweedie_deviance',
]);

interface Check {
  readonly golden: Golden;
  readonly id: MetricId;
  readonly code: string;
  readonly value: number;
}

function checksOf(golden: Golden): readonly Check[] {
  const samples = goldenSamples(golden);
  const parameters = { ...defaultParameters, ...golden.parameters };
  const { models } = modelSamplesOf(samples);
  const options = { parameters, worst: 0, lineOf: samples.lineOf, baseline: false };
  const { values } = evaluate(models, options).at(-1)!;
  return Object.entries(values).flatMap(([id, value]) =>
    codeLines(models.at(-1)!, id as MetricId, parameters).map(({ code }) => ({
      golden,
      id: id as MetricId,
      code,
      value: value!,
    })),
  );
}

describe('the lines of Python that a report offers', () => {
  it('return the very value of the report', () => {
    const python = pythonWith(['numpy', 'scipy', 'sklearn', 'torch']);
    const cases = goldens().map(golden => ({ golden, checks: checksOf(golden) }));
    const input = cases.map(({ golden, checks }) => ({
      task: golden.task,
      columns: golden.columns,
      lines: checks.map(check => check.code),
    }));
    const results = runPython(python, runner, input) as readonly string[];
    const checks = cases.flatMap(one => one.checks);
    assert.equal(results.length, checks.length);
    checks.forEach(({ golden, id, code, value }, i) => {
      const name = `${golden.name} ${id}`;
      if (!cancelling.has(name)) assertClose(Number(results[i]), value, `${name}: ${code}`);
    });
  });
});
