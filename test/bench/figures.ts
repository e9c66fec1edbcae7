// How long figures take, first and after a control moved: node figures.js FILE ROLES; prints JSON

import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { inProcessEngine } from '../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../src/engine/node/nodeEnvironment';
import type { Control, Figure, FigureOptions } from '../../src/shared/figure';
import type { FigureId } from '../../src/shared/figureId';
import type { RoleChoices } from '../../src/shared/roleChoices';

/** Milliseconds of the first answer, and of the slowest one after a control had moved. */
interface Timing {
  readonly figure: FigureId;
  readonly first: number;
  readonly moved: number;
  readonly control: string;
}

type OptionValue = FigureOptions[string];

/** Values a person may move a control to. */
function positions(control: Control): readonly OptionValue[] {
  switch (control.kind) {
    case 'slider': {
      const { min, max, scale, step } = control;
      return [0.1, 0.37, 0.63, 0.9].map(share => {
        const at = scale === 'log' ? min * (max / min) ** share : min + (max - min) * share;
        return Math.min(max, min + Math.round((at - min) / step) * step);
      });
    }
    case 'choice':
      return control.options.slice(0, 4).map(({ value }) => value);
    case 'choices':
      return control.options.slice(0, 4).map(({ value }) => [value]);
    case 'number':
      return [3];
    case 'toggle':
      return [!control.value, control.value];
    case 'copy':
      return [];
  }
}

async function main(path: string, choices: RoleChoices): Promise<void> {
  const engine = inProcessEngine(nodeEnvironment);
  const source = { kind: 'file', name: basename(path), path } as const;
  const { id, figures } = await engine.inspect([source], { choices });
  const timings: Timing[] = [];
  for (const { id: figure } of figures) {
    const timed = async (options: FigureOptions): Promise<{ ms: number; drawn: Figure }> => {
      const started = performance.now();
      const answer = await engine.ask(id, { kind: 'figure', figure, options });
      if (answer.kind !== 'figure') throw new Error(`no figure ${figure}`);
      return { ms: performance.now() - started, drawn: answer.figure };
    };
    const first = await timed({});
    let [moved, slowest] = [0, ''];
    for (const control of first.drawn.controls) {
      const values = positions(control);
      for (const value of values) {
        const { ms } = await timed({ [control.id]: value });
        if (ms > moved) [moved, slowest] = [ms, control.id];
      }
    }
    timings.push({ figure, first: first.ms, moved, control: slowest });
  }
  console.log(JSON.stringify(timings));
}

const [path = '', choices = '{}'] = process.argv.slice(2);
void main(path, JSON.parse(choices) as RoleChoices);
