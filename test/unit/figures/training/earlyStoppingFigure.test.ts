import assert from 'node:assert/strict';
import { earlyStoppingFigure } from '../../../../src/figures/training/earlyStoppingFigure';
import type { Figure, FigureOptions, Mark } from '../../../../src/shared/figure';
import { historyOf } from '../../core/training/simulated';

const history = historyOf(
  {
    loss: [3, 2, 1.5, 1, 0.8, 0.7],
    val_loss: [3, 2, 2.5, 2.2, 1.5, 1.8],
    val_accuracy: [0.2, 0.5, 0.4, 0.3, 0.2, 0.1],
  },
  [1, 2, 3, 4, 5, 6],
);

function draw(options: FigureOptions = {}): Figure {
  return earlyStoppingFigure([history], options);
}

function markNamed(figure: Figure, name: string): Mark | undefined {
  const panel = figure.panels[0];
  return panel?.kind === 'plot' ? panel.marks.find(mark => mark.name === name) : undefined;
}

describe('earlyStoppingFigure', () => {
  it('watches the validation loss and says where it stops, what it keeps and what that costs', () => {
    const figure = draw({ patience: 2 });
    const stop = markNamed(figure, 'stops here');
    assert.ok(stop?.kind === 'rule' && stop.value === 4);
    assert.match(figure.reading, /Keras with patience 2 would have stopped at epoch 4/);
    assert.match(figure.reading, /kept epoch 2 with val_loss 2, 0\.5 worse than the best/);
    const kept = markNamed(figure, 'kept');
    assert.ok(kept?.kind === 'points' && kept.lines?.[0] === 3);
  });

  it('says when it would never have stopped', () => {
    assert.match(draw({ patience: 3 }).reading, /would never have stopped, and kept epoch 5/);
    assert.equal(markNamed(draw({ patience: 3 }), 'stops here'), undefined);
  });

  it('watches any other curve, scores upwards', () => {
    const choice = draw().controls.find(({ id }) => id === 'curve');
    assert.ok(choice?.kind === 'choice');
    const accuracy = choice.options.find(({ label }) => label === 'val_accuracy')?.value ?? '';
    assert.match(
      draw({ curve: accuracy, patience: 2 }).reading,
      /kept epoch 2 with val_accuracy 0\.5/,
    );
  });

  it('offers warm-up for Keras alone, and the callback as code', () => {
    assert.ok(draw().controls.some(({ id }) => id === 'startFrom'));
    const lightning = draw({ library: 'lightning', patience: 4 });
    assert.ok(!lightning.controls.some(({ id }) => id === 'startFrom'));
    const code = lightning.controls.find(({ kind }) => kind === 'copy');
    assert.ok(code?.kind === 'copy');
    assert.match(code.text, /EarlyStopping\(\n\s+monitor="val_loss", mode="min", patience=4/);
  });

  it('starts with the library whose log it is', () => {
    const trainer = historyOf({ loss: [3, 2, 1], eval_loss: [3, 2, 3] });
    assert.match(earlyStoppingFigure([trainer], {}).reading, /^Hugging Face with patience/);
    const lightning = historyOf({ train_loss_step: [3, 2, 1], train_loss_epoch: [3, 2, 1] });
    const code = earlyStoppingFigure([lightning], {}).controls.find(({ kind }) => kind === 'copy');
    assert.ok(code?.kind === 'copy' && code.text.includes('lightning.pytorch.callbacks'));
  });

  it('says that a callback does not see a smoothed curve, and counts the cost on the raw one', () => {
    const figure = draw({ smoothing: 0.5, patience: 2 });
    assert.match(figure.reading, /the callback itself cannot/);
    assert.ok(markNamed(figure, 'val_loss, smoothed') !== undefined);
  });

  it('lists what each patience would have cost', () => {
    const { rows } = draw().table;
    assert.deepEqual(rows[2]?.cells, [2, 4, 2, 2, 0.5, 2]);
    assert.equal(rows.at(-1)?.cells[1], null);
  });

  it('refuses a log without measures', () => {
    assert.throws(() => earlyStoppingFigure([historyOf({ lr: [1, 2] })], {}), RangeError);
  });
});
