import assert from 'node:assert/strict';
import { NoTargetError } from '../../../../src/roles/guess/noTargetError';
import { inspected, summary } from '../../readers/shapes/inspected';

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
const days = ['2024-01-06', '2024-01-13', '2024-01-20'];
const places = ['01', '02', 'US'];

/** Five quantiles around a median of 10, 20, 30, ... for each of the days and places. */
const forecasts = [
  'reference_date,target,target_end_date,location,quantile,value',
  ...days.flatMap((day, i) =>
    places.flatMap((place, j) =>
      levels.map(
        level =>
          `2023-12-30,${i + 1} wk ahead,${day},${place},${level},${medianOf(i, j) + 10 * (level - 0.5)}`,
      ),
    ),
  ),
].join('\n');

function medianOf(day: number, place: number): number {
  return 10 * (3 * day + place + 1);
}

/** Higher than the median by 1, and by 6 on the last day, beyond the quantile 0.95. */
const truth = [
  'date,location,location_name,value',
  '2023-12-30,01,Alabama,1',
  ...days.flatMap((day, i) =>
    places.map(
      (place, j) => `${day},${place},place ${place},${medianOf(i, j) + (i === 2 ? 6 : 1)}`,
    ),
  ),
].join('\n');

describe('joining forecasts with what was observed', () => {
  it('goes by the date that is forecast and by the place, whatever the date is called', async () => {
    const report = await inspected({ 'f.csv': forecasts, 'truth.csv': truth });
    assert.equal(summary(report), 'regression value: q0.5 9');
    const { values } = report.models[0]!;
    assert.equal(values.mae, (6 * 1 + 3 * 6) / 9);
    assert.equal(values.coverage, 6 / 9);
    const score = 9 + ((2 / 0.1) * (1.5 * 3)) / 9;
    assert(Math.abs(values.interval_score! - score) < 1e-12, `${values.interval_score}`);
    assert.match(
      report.notes.join('\n'),
      /joined by "target_end_date" = "date" and "location": 9 rows matched; 1 row of truth.csv without a match/,
    );
  });

  it('the file with the true values may come first', async () => {
    const report = await inspected({ 'truth.csv': truth, 'f.csv': forecasts });
    assert.equal(summary(report), 'regression value: q0.5 9');
  });

  it('compares the forecasts of two files', async () => {
    const report = await inspected({ 'a.csv': forecasts, 'b.csv': forecasts, 'truth.csv': truth });
    assert.equal(summary(report), 'regression value: a 9, b 9');
    assert.equal(report.models[1]!.values.coverage, 6 / 9);
  });

  it('knows a text called target in both files for the name of what was measured', async () => {
    const named = truth
      .split('\n')
      .map(
        (line, i) =>
          `${line.replace('value', 'observation')},${i === 0 ? 'target' : 'wk inc hosp'}`,
      )
      .join('\n');
    const plain = forecasts.replaceAll(/\d wk ahead/g, 'wk inc hosp');
    const report = await inspected({ 'f.csv': plain, 'observed.csv': named });
    assert.equal(summary(report), 'regression observation: q0.5 9');
    assert.match(
      report.notes.join('\n'),
      /"target_end_date" = "date", "target" and "location": 9 rows/,
    );
  });

  it('is refused when several true values have the same date and place', async () => {
    const doubled = `${truth}\n2024-01-06,01,Alabama,3\n`;
    await assert.rejects(
      inspected({ 'f.csv': forecasts, 'truth.csv': doubled }),
      /cannot be matched/,
    );
  });

  it('is offered for forecasts alone', async () => {
    await assert.rejects(
      inspected({ 'f.csv': forecasts }),
      (error: Error) =>
        error instanceof NoTargetError && /without the observed values/.test(error.message),
    );
  });

  it('is not needed when the true values stand beside the quantiles', async () => {
    const observed = forecasts
      .split('\n')
      .map((line, i) => `${line},${i === 0 ? 'observed' : 10 * Math.ceil(i / 5)}`)
      .join('\n');
    const report = await inspected({ 'f.csv': observed });
    assert.equal(summary(report), 'regression observed: q0.5 9');
    assert.equal(report.models[0]!.values.mae, 0);
    assert.equal(report.models[0]!.values.coverage, 1);
  });
});
