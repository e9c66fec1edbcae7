import assert from 'node:assert/strict';
import { readCode } from '../../../../src/engine/code/readCode';
import { lossPlot } from '../../../../src/figures/drawing/lossPlot';
import { plotPicture } from '../../../../src/figures/drawing/plotPicture';
import { lossNames } from '../../../../src/names/losses/lossNames';
import { trapNames } from '../../../../src/names/losses/traps';
import { defaultParameters } from '../../../../src/shared/metricId';
import type { LossExplanation } from '../../../../src/shared/protocol/code';

const colours = { text: '#111111', axis: '#222222', line: '#333333' };

function explained(text: string, word: string, before = ''): LossExplanation | null {
  const offset = text.lastIndexOf(word);
  return readCode({ kind: 'explain', text, language: 'python', before, offset, colours });
}

function fact(explanation: LossExplanation | null, label: string): string {
  return explanation?.facts.find(each => each.label === label)?.text ?? '';
}

describe('the explanation of a loss', () => {
  it('says of CrossEntropyLoss that it takes logits, and that from_logits of Keras does', () => {
    const torch = explained('import torch.nn as nn\nnn.CrossEntropyLoss()', 'CrossEntropyLoss');
    assert.match(fact(torch, 'Takes'), /before the softmax/);
    const keras = explained(
      'import keras\nkeras.losses.BinaryCrossentropy(from_logits=True)',
      'BinaryCrossentropy',
    );
    assert.match(fact(keras, 'Takes'), /^logits, because of from_logits=True/);
  });

  it('says what a written reduction divides by', () => {
    const divides = (reduction: string): string =>
      fact(
        explained(`import torch.nn as nn\nnn.KLDivLoss(reduction="${reduction}")`, 'KLDivLoss'),
        'Divides by',
      );
    assert.match(divides('sum'), /^nothing/);
    assert.match(divides('batchmean'), /^the number of rows/);
    assert.match(divides('mean'), /all elements/);
  });

  it('takes squared=False for the root', () => {
    const text =
      'from sklearn.metrics import mean_squared_error\nmean_squared_error(a, b, squared=False)';
    assert.equal(explained(text, 'mean_squared_error(')?.metric, 'rmse');
  });

  it('draws with the default where the value is not allowed, and says so', () => {
    const found = explained('import torch.nn as nn\nnn.HuberLoss(delta=-1)', 'HuberLoss');
    assert.match(found?.pictureText ?? '', /delta must be above 0: drawn with 1/);
  });

  it('draws half of the square for l2_loss of optax', () => {
    const half = plotPicture(lossPlot('mse', defaultParameters, 0.5)!, colours);
    const whole = plotPicture(lossPlot('mse', defaultParameters)!, colours);
    const drawn = (name: string): string | null | undefined =>
      explained(`import optax\noptax.${name}(a)`, name)?.picture;
    assert.equal(drawn('l2_loss'), half);
    assert.equal(drawn('squared_error'), whole);
    assert.notEqual(half, whole);
  });

  it('knows imports of the cells above, and places in the cell alone', () => {
    const cell = 'criterion = nn.MSELoss()';
    const found = explained(cell, 'MSELoss', 'from torch import nn\n');
    assert.deepEqual([found?.start, found?.end], [15, 22]);
    assert.equal(explained(cell, 'MSELoss', 'nn = 3\n'), null);
  });

  it('has something to say of every name of PyTorch, sklearn.metrics, optax and torchmetrics', () => {
    const homes = {
      torch: 'torch.nn',
      sklearn: 'sklearn.metrics',
      optax: 'optax',
      torchmetrics: 'torchmetrics',
    };
    for (const [library, home] of Object.entries(homes)) {
      const entries = lossNames.filter(each => each.way === 'call' && each.library === library);
      for (const name of entries.flatMap(({ names }) => names)) {
        const found = explained(`from ${home} import ${name}\n${name}()`, `${name}()`);
        assert.ok(found !== null && found.title !== '' && found.punishes !== '', name);
        assert.ok(found.facts.length >= 2, name);
      }
    }
  });

  it('tells traps of names that are in the table alone', () => {
    for (const [library, name] of trapNames) {
      const isKnown = lossNames.some(each => each.library === library && each.names.includes(name));
      assert.ok(isKnown, `${library} ${name}`);
    }
  });
});

describe('losses above arrays', () => {
  it('stand above the first of a pair', () => {
    const text = '# data\ny_true = [3, -0.5, 2, 7]\ny_pred = [2.5, 0.0, 2, 8]\n';
    const lenses = readCode({ kind: 'lenses', name: 'a.py', text });
    assert.deepEqual(lenses, [
      { line: 2, text: 'Mean squared error 0.375 \u00b7 Mean absolute error 0.5' },
    ]);
  });

  it('are none where the text holds no predictions', () => {
    const others = [
      'x = 1\n',
      'sizes = [1, 2, 3]\n',
      'model.compile(loss=keras.losses.Huber(delta=1.5))\n',
      'loss = 0.5\nfor epoch in range(10):\n    print(1.5, 2.5)\n',
      'point = (1.5, 2.5)\nsize = (3, 4)\n',
      '',
    ];
    for (const text of others) {
      assert.deepEqual(readCode({ kind: 'lenses', name: 'a.py', text }), [], text);
    }
  });
});
