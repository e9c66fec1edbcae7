import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { Inspection } from '../../../src/shared/protocol/inspection';

const lines = 'y_true,y_pred,price,shop\n1,3,10,a\n5,4,2,b\n2,2,7,a\n';
const late = { name: 'late', formula: 'abs(error) * (error < 0 ? 5 : 1) * price' };

async function opened(formula: string, text = lines) {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const bytes = new TextEncoder().encode(text);
  const parameters = { ownLosses: [{ ...late, formula }] };
  const inspection = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {
    parameters,
  });
  return { engine, inspection };
}

const reasonIn = ({ report }: Inspection) => report.models[0]!.undefined['own:late'];

describe('losses of the own in a report', () => {
  it('have their mean, stand among the losses shown first and rank the rows', async () => {
    const { engine, inspection } = await opened(late.formula);
    // 2 * 10, 1 * 5 * 2 and 0.
    assert.equal(inspection.report.models[0]!.values['own:late'], 10);
    assert.ok(inspection.first.includes('own:late'));
    const info = inspection.metrics.find(({ id }) => id === 'own:late');
    assert.deepEqual([info?.name, info?.ofRows], ['late', true]);
    const question = {
      metric: 'own:late',
      model: 'y_pred',
      versus: null,
      className: null,
    } as const;
    const answer = await engine.ask(inspection.id, { kind: 'worst', count: 2, ...question });
    assert.ok(answer.kind === 'worst');
    assert.deepEqual(
      answer.rows.map(({ line, loss }) => [line, loss]),
      [
        [2, 20],
        [3, 10],
      ],
    );
  });

  it('are drawn over the error where they are of it alone', async () => {
    const { engine, inspection } = await opened('error ^ 4');
    const options = { losses: ['own:late'] };
    const question = { kind: 'figure', figure: 'loss-versus-error', options } as const;
    const answer = await engine.ask(inspection.id, question);
    assert.ok(answer.kind === 'figure');
    assert.match(answer.figure.reading, /the largest error, 2, costs 94\.1 % of the late/);
  });

  const mistakes: Readonly<Record<string, RegExp>> = {
    'abs(error': /^column 10 of abs\(error: the formula ends where \) is missing$/,
    'error * cost': /^column 9 of error \* cost: there is no column "cost"$/,
    'error * shop': /^column 9 of error \* shop: column "shop" holds no numbers$/,
  };
  for (const [formula, reason] of Object.entries(mistakes)) {
    it(`say what is wrong with ${formula} and leave the report as it is`, async () => {
      const { inspection } = await opened(formula);
      assert.match(reasonIn(inspection) ?? '', reason);
      assert.equal(inspection.report.models[0]!.values.mae, 1);
    });
  }

  it('are refused in words where there are classes', async () => {
    const { inspection } = await opened(late.formula, 'label,pred\na,a\nb,a\nb,b\n');
    assert.match(reasonIn(inspection) ?? '', /this table has classes$/);
  });
});
