import assert from 'node:assert/strict';
import type { History } from '../../../../src/core/training/history';
import { judge } from '../../../../src/core/training/verdict';
import { healthyHistory, historyOf, normalFrom, overfitHistory, randomFrom } from './simulated';

const warnings = new Set([
  'diverged',
  'too-short',
  'underfitting',
  'overfitting',
  'overconfidence',
  'unstable',
  'plateau',
]);

function range(n: number, value: (i: number) => number): readonly number[] {
  return Array.from({ length: n }, (_, i) => value(i));
}

function fall(from: number, to: number, pace: number): (i: number) => number {
  return i => to + (from - to) * Math.exp(-i / pace);
}

function verdictOf(curves: Readonly<Record<string, readonly number[]>>): string | null {
  return judge(historyOf(curves)).verdict;
}

describe('judge, over simulated runs', () => {
  it('raises a false alarm on fewer than 2 % of 1000 noisy healthy runs', () => {
    const alarms = range(1000, seed => seed + 1).filter(seed => {
      const { verdict } = judge(healthyHistory(seed));
      return verdict !== null && warnings.has(verdict);
    });
    assert.ok(alarms.length < 20, `false alarms for the seeds ${alarms}`);
  });

  it('gives more than 85 % of them a verdict', () => {
    const silent = range(1000, seed => seed + 1).filter(
      seed => judge(healthyHistory(seed)).verdict === null,
    );
    assert.ok(silent.length < 150, `silent for ${silent.length} runs`);
  });

  it('misses fewer than 10 % of 500 clear overfits', () => {
    const missed = range(500, seed => seed + 50_000).filter(
      seed => judge(overfitHistory(seed)).verdict !== 'overfitting',
    );
    assert.ok(missed.length < 50, `missed the seeds ${missed}`);
  });
});

describe('judge', () => {
  const epochs = 40;
  const quiet = (make: (i: number) => number): readonly number[] => {
    const normal = normalFrom(randomFrom(3));
    return range(epochs, i => make(i) * (1 + 0.005 * normal()));
  };
  const accuracy = range(epochs, i => 0.9 - 0.6 * Math.exp(-i / 5));

  it('calls a run diverged whose loss is no longer finite', () => {
    const loss = [2, 1.5, 3, 40, Infinity, Number.NaN, Number.NaN];
    const { verdict, found } = judge(historyOf({ loss }));
    assert.equal(verdict, 'diverged');
    assert.match(found.text, /from epoch 4 on/);
  });

  it('calls a run diverged whose training loss ends while the log and the validation go on', () => {
    const history = historyOf({
      loss: quiet(fall(2, 0.3, 5)),
      val_loss: quiet(i => 0.5 + 0.02 * i),
    });
    const [loss, ...others] = history.series;
    const cut = { ...loss!, rows: loss!.rows.slice(0, 30), values: loss!.values.slice(0, 30) };
    const { verdict, found } = judge({ ...history, series: [cut, ...others] });
    assert.equal(verdict, 'diverged');
    assert.match(found.text, /loss is no longer a finite number from epoch 30 on/);
  });

  it('does not call a run diverged whose validation loss was taken less often', () => {
    const history = historyOf({ loss: quiet(fall(2, 0.3, 5)), val_loss: quiet(fall(2, 0.4, 5)) });
    const [loss, held] = history.series;
    const cut = { ...held!, rows: held!.rows.slice(0, 30), values: held!.values.slice(0, 30) };
    assert.equal(judge({ ...history, series: [loss!, cut] }).verdict, 'healthy');
  });

  it('does not call a single NaN in the middle a divergence', () => {
    const loss = [...quiet(fall(2, 0.3, 5))];
    loss[17] = Number.NaN;
    assert.equal(verdictOf({ loss }), 'healthy');
  });

  it('calls a run diverged whose training loss ends far above its start', () => {
    assert.equal(verdictOf({ loss: quiet(i => 1 + 0.002 * i ** 3) }), 'diverged');
  });

  it('calls few values too short unless they say it loudly', () => {
    assert.equal(verdictOf({ loss: [1, 0.5], val_loss: [1, 0.9] }), 'too-short');
    assert.equal(
      verdictOf({ loss: [1, 0.7, 0.5, 0.4], val_loss: [0.9, 0.5, 0.5, 0.6] }),
      'too-short',
    );
    assert.equal(
      verdictOf({ loss: [0.38, 0.22, 0.11], val_loss: [0.31, 0.32, 0.44] }),
      'overfitting',
    );
  });

  it('calls a loss that stays at ln C underfitting and names the level', () => {
    const { verdict, found } = judge(
      historyOf({
        loss: quiet(i => Math.log(10) - 0.0001 * i),
        accuracy: range(epochs, () => 0.11),
      }),
    );
    assert.equal(verdict, 'underfitting');
    assert.match(found.text, /ln 10/);
    assert.match(found.text, /near chance/);
  });

  it('does not call a model underfit that is good from the start', () => {
    const loss = quiet(() => 0.08);
    assert.equal(verdictOf({ loss, accuracy: range(epochs, () => 0.98) }), 'healthy');
  });

  it('says since when a run overfits, how much worse it gets, against its noise', () => {
    const { verdict, found } = judge(
      historyOf({
        loss: quiet(fall(2, 0.02, 9)),
        val_loss: quiet(i => 0.6 + 1.4 * Math.exp(-i / 3) + 0.0005 * Math.max(0, i - 10) ** 2),
      }),
    );
    assert.equal(verdict, 'overfitting');
    assert.match(found.text, /since epoch 1\d/);
    assert.match(found.text, /standard errors of the noise/);
    assert.match(found.doubt, /could be wrong/);
    assert.ok(Number(found.numbers['worse']) > 0.4);
  });

  it('does not blame overfitting when the training loss rises too', () => {
    const rise = (i: number): number => 0.5 + 1.5 * Math.exp(-i / 3) + 0.01 * Math.max(0, i - 15);
    assert.equal(verdictOf({ loss: quiet(rise), val_loss: quiet(rise) }), null);
  });

  it('neither blames a single high value at the very end nor calls the run healthy', () => {
    const valLoss = [...quiet(fall(2, 0.5, 4))];
    valLoss[epochs - 1] = 0.8;
    const history = historyOf({ loss: quiet(fall(2, 0.1, 12)), val_loss: valLoss });
    const { verdict, found } = judge(history);
    assert.equal(verdict, null);
    assert.match(found.text, /ends above its best, and whether that is chance or a turn/);
  });

  it('sees a steady rise in a short curve whose bend looks like noise', () => {
    const verdict = verdictOf({
      loss: [1, 0.7, 0.5, 0.38, 0.3, 0.25],
      val_loss: [1, 0.6, 0.45, 0.5, 0.6, 0.75],
    });
    assert.equal(verdict, 'overfitting');
  });

  it('sees overfitting in a validation score when there is no validation loss', () => {
    const verdict = verdictOf({
      loss: quiet(fall(2, 0.01, 9)),
      val_accuracy: range(epochs, i => 0.9 - 0.5 * Math.exp(-i / 3) - 0.006 * Math.max(0, i - 12)),
    });
    assert.equal(verdict, 'overfitting');
  });

  it('calls a rising loss under a steady score overconfidence', () => {
    const verdict = verdictOf({
      val_loss: quiet(i => 0.4 + 1.6 * Math.exp(-i / 3) + 0.01 * Math.max(0, i - 12)),
      val_accuracy: accuracy,
    });
    assert.equal(verdict, 'overconfidence');
  });

  it('keeps silent about a rising validation loss that stands alone', () => {
    const history = historyOf({ val_loss: quiet(i => 0.4 + 1.6 * Math.exp(-i / 3) + 0.01 * i) });
    const { verdict, found } = judge(history);
    assert.equal(verdict, null);
    assert.match(found.text, /without a training loss/);
  });

  it('calls repeated large jumps unstable', () => {
    const valLoss = [...quiet(fall(2, 0.3, 4))];
    for (const at of [12, 19, 27, 33]) valLoss[at] = 3;
    assert.equal(verdictOf({ loss: quiet(fall(2, 0.3, 4)), val_loss: valLoss }), 'unstable');
  });

  it('names the floor of a doubled softmax', () => {
    const floor = Math.log(Math.E + 9) - 1;
    const { verdict, found } = judge(
      historyOf({
        loss: quiet(fall(2.3, floor, 4)),
        accuracy: range(epochs, i => 1 - 0.9 * Math.exp(-i / 3)),
      }),
    );
    assert.equal(verdict, 'plateau');
    assert.match(found.text, /softmax is applied twice/);
  });

  it('calls a loss that fell to the level of a guess a plateau', () => {
    const { verdict, found } = judge(historyOf({ loss: quiet(fall(0.95, Math.LN2, 4)) }));
    assert.equal(verdict, 'plateau');
    assert.match(found.text, /ln 2/);
  });

  it('calls a loss that is still falling improving', () => {
    assert.equal(
      verdictOf({ loss: quiet(i => 2 - 0.03 * i), val_loss: quiet(i => 2 - 0.028 * i) }),
      'improving',
    );
  });

  it('says of a healthy run that flattening is normal', () => {
    const { verdict, found } = judge(
      historyOf({ loss: quiet(fall(2, 0.3, 4)), val_loss: quiet(fall(2.1, 0.35, 4)) }),
    );
    assert.equal(verdict, 'healthy');
    assert.match(found.text, /Flattening is normal/);
  });

  it('says that overfitting cannot be seen without validation', () => {
    assert.match(
      judge(historyOf({ loss: quiet(fall(2, 0.3, 4)) })).found.text,
      /overfitting cannot be seen/,
    );
  });

  it('judges the scores of a log without losses, but no score that belongs to no data', () => {
    const rewards = historyOf({ reward: range(50, i => -500 + i * 8) });
    const { verdict, found } = judge(rewards);
    assert.equal(verdict, 'improving');
    assert.match(found.text, /reward rose from -500 to -108 and is still rising/);
    assert.match(found.text, /There is no validation score/);
    const alone = rewards.series.map(one => ({ ...one, split: null }));
    assert.match(judge({ ...rewards, series: alone }).found.text, /no training or validation loss/);
    const nothing: History = { ...rewards, series: [] };
    assert.match(judge(nothing).found.text, /No loss and no score/);
  });

  it('quotes the values that the log ends with, not those of a smoothed curve', () => {
    const noise = normalFrom(randomFrom(7));
    const loss = range(40, i => Number((fall(2, 0.2, 9)(i) + 0.01 * noise()).toFixed(4)));
    const rise = (i: number): number => 0.5 + 1.5 * Math.exp(-i / 4) + 0.03 * Math.max(0, i - 12);
    const val_loss = range(40, i => Number((rise(i) + 0.01 * noise()).toFixed(4)));
    const { verdict, found } = judge(historyOf({ loss, val_loss }));
    assert.equal(verdict, 'overfitting');
    assert.ok(found.text.includes(`val_loss ends at ${val_loss.at(-1)}`), found.text);
    assert.ok(found.text.includes(`falling to ${loss.at(-1)}`), found.text);
  });

  it('warns that different quantities were compared by direction alone', () => {
    const { verdict, found } = judge(
      historyOf({
        loss: quiet(fall(2, 0.01, 9)),
        val_rmse: quiet(i => 0.4 + 1.6 * Math.exp(-i / 3) + 0.02 * Math.max(0, i - 12)),
      }),
    );
    assert.equal(verdict, 'overfitting');
    assert.match(found.doubt, /different quantities/);
  });

  it('judges a loss of which nothing says on which data it was measured', () => {
    assert.equal(verdictOf({ Logloss: range(40, fall(0.7, 0.3, 8)) }), 'healthy');
  });
});
