const lineOf = row => row + 2;
const named = (name, values) => ({ name, values: Float64Array.from(values) });

/** Models by their errors: the target is 0, so that a prediction is its error. */
export function regression(errors) {
  const rows = errors[0].length;
  return {
    task: 'regression',
    rows,
    lineOf,
    target: named('target', new Float64Array(rows)),
    models: errors.map((values, m) => ({ name: `m${m}`, prediction: named(`m${m}`, values) })),
  };
}

/** Labels drawn with the true probabilities, and models that say something about these. */
export function classifier(draws, probabilities, models) {
  const codes = Int32Array.from(probabilities, p => (draws.uniform() < p ? 1 : 0));
  return {
    task: 'binary',
    rows: codes.length,
    lineOf,
    classes: ['0', '1'],
    target: { name: 'label', codes, labels: ['0', '1'] },
    models: models.map((said, m) => ({
      name: `m${m}`,
      probability: named(`m${m}`, probabilities.map(said)),
    })),
  };
}
