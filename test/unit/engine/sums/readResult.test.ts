import assert from 'node:assert/strict';
import { localEngine } from '../../../../src/engine/node/localEngine';

const about = 'loss_lens/1 part=sums task=errors target= model=e by=day';
const head = 'loss_lens_,rows_,status_,model_,by_1_,sign_,bin_,n_,w_,lo_,hi_,e_,ee_';
/** Errors of 1, 0.5 and -2 on Monday, of 4 on Tuesday, and two that are missing. */
const monday = [
  `${about},5,used,1,:Mon,1,0,1,1,1,1,1,1`,
  `${about},5,used,1,:Mon,1,-8,1,1,0.5,0.5,0.5,0.25`,
  `${about},5,used,1,:Mon,-1,8,1,1,2,2,-2,4`,
  `${about},5,used,1,:Tue,1,16,1,1,4,4,4,16`,
  `${about},5,error missing,1,-,0,0,2,2,0,0,0,0`,
];
const tuesday = [
  `${about},2,used,1,:Tue,1,16,3,3,4,4.2,12.3,50.44`,
  `${about},2,error nan,1,:Tue,0,0,1,1,0,0,0,0`,
];

const csv = (lines: readonly string[], header = head) => `${[header, ...lines].join('\n')}\n`;

async function inspect(...texts: readonly string[]) {
  const sources = texts.map((text, i) => ({
    kind: 'bytes' as const,
    name: `${'abc'[i]}.${text.startsWith('[') ? 'json' : 'csv'}`,
    bytes: new TextEncoder().encode(text),
  }));
  const engine = localEngine();
  const inspection = await engine.inspect(sources, {});
  return { engine, ...inspection };
}

describe('the result of a statement', () => {
  it('is an ordinary report', async () => {
    const { report, metrics, figures } = await inspect(csv(monday));
    const [model] = report.models;
    assert.equal(report.task, 'errors');
    assert.equal(model!.n, 4);
    assert.equal(model!.values.mse, 21.25 / 4);
    assert.equal(model!.values.mean_error, 3.5 / 4);
    assert.equal(model!.values.medae, 1.5);
    assert.equal(model!.bounds?.medae, undefined);
    assert.deepEqual(report.skipped, [
      { model: null, reason: 'missing error', count: 2, lines: [] },
    ]);
    assert.deepEqual(
      report.groups?.map(({ value, n }) => [value, n]),
      [
        ['Tue', 1],
        ['Mon', 3],
      ],
    );
    assert.ok(metrics.some(({ id }) => id === 'huber'));
    assert.deepEqual(
      figures.map(({ id }) => id),
      ['error-histogram', 'slices'],
    );
  });

  it('is added to that of another day', async () => {
    const { report } = await inspect(csv(monday), csv(tuesday));
    assert.equal(report.models[0]!.n, 7);
    assert.equal(report.models[0]!.values.sum_squared_error, 21.25 + 50.44);
    assert.equal(report.models[0]!.values.max_error, 4.2);
    assert.match(report.notes.join(' '), /sums of 2 results are added up/);
  });

  it('is known by a header in capitals, in a grid, and in JSON', async () => {
    const objects = monday.map(line =>
      Object.fromEntries(line.split(',').map((cell, i) => [head.split(',')[i], cell])),
    );
    const rows = [head, ...monday].map(line => ` ${line.split(',').join(' | ')}`);
    const grid = [
      rows[0],
      ` ${head.replaceAll(/[^,]/g, '-').replaceAll(',', '-+-')}`,
      ...rows.slice(1),
    ];
    const texts = [
      csv(monday, head.toUpperCase()),
      JSON.stringify(objects),
      `${grid.join('\n')}\n`,
    ];
    for (const text of texts) {
      const { report } = await inspect(text);
      assert.equal(report.models[0]!.values.mse, 21.25 / 4, text.slice(0, 200));
    }
  });

  it('answers what follows from it, and says so of what needs the rows', async () => {
    const { engine, id } = await inspect(csv(monday));
    const answer = await engine.ask(id, { kind: 'figure', figure: 'error-histogram', options: {} });
    assert.ok(
      answer.kind === 'figure' && /3 predictions too high, 1 too low/.test(answer.figure.reading),
    );
    const configured = await engine.configure(id, { parameters: { huberDelta: 2 } });
    assert.equal(configured.report.models[0]!.values.huber, (0.5 + 0.125 + 2 + 6) / 4);
    await assert.rejects(
      engine.ask(id, { kind: 'explain', value: '1' }),
      /only their sums are here/,
    );
    await assert.rejects(engine.ask(id, { kind: 'slices', by: ['shop'] }), /no column "shop"/);
  });

  it('is refused in a sentence with the place and what to do', async () => {
    const changed = (from: string | RegExp, to: string) => csv(monday).replaceAll(from, to);
    const many = Array.from(
      { length: 1001 },
      (_, i) => `${about},1001,used,1,:${i},1,0,1,1,1,1,1,1`,
    );
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [
        [changed('loss_lens/1', 'loss_lens/7')],
        /^a.csv, line 2, column "loss_lens_": .*version 7.*run it$/,
      ],
      [
        [changed('ee_', 'squares')],
        /^a.csv, column "ee_": .*missing or was renamed; write the statement again/,
      ],
      [
        [csv(monday.slice(0, 3))],
        /^a.csv: the result is cut: 3 rows are here, and its first row says that there are 5/,
      ],
      [[changed(',0.25', ',')], /^a.csv, line 3, column "ee_": an empty cell is no sum/],
      [[changed(',0.25', ',lots')], /^a.csv, line 3, column "ee_": "lots" is no sum/],
      [[changed('error missing', 'gone')], /line 6, column "status_": "gone" is no state/],
      [[changed(',used,1,', ',used,9,')], /there is no model 9/],
      [[csv([])], /^a.csv/],
      [
        [csv(many)],
        /make 1001 groups, more than 1000; write the statement with a column of fewer values/,
      ],
      [[csv(monday), csv(monday)], /^b.csv: it holds the same sums as a.csv/],
      [[csv(monday), 'y,p\n1,2\n2,3\n'], /^b.csv: these are rows/],
      [[csv(monday), csv(tuesday).replaceAll('model=e', 'model=f')], /^b.csv.*of other columns/],
    ];
    for (const [texts, why] of wrong) await assert.rejects(inspect(...texts), { message: why });
  });
});
