import type { LossName, LossParameter } from '../losses/lossName';
import { type Argument, argumentsOf } from './callArguments';
import type { Code } from './code';
import { type LiteralValue, literalValue } from './literalValue';
import type { LossUse } from './lossUse';

/** Arguments that shape a loss. */
export type WrittenParameters = Pick<LossUse, 'parameters' | 'unknown'>;

/** The arguments of the call at `open` that shape the loss; undefined when its bracket is not closed. */
export function callParameters(
  code: Code,
  open: number,
  entry: LossName,
): WrittenParameters | undefined {
  const given = argumentsOf(code, open);
  return given === undefined
    ? undefined
    : read(code, given, (argument, place) =>
        argument.name === undefined ? entry.positional[place] : named(entry, argument.name),
      );
}

/** The arguments beside a string that shape the loss it names. */
export function parametersBeside(code: Code, open: number, entry: LossName): WrittenParameters {
  return read(code, argumentsOf(code, open) ?? [], ({ name }) =>
    name === undefined ? undefined : named(entry, name),
  );
}

/** `alpha=0.9;q=2`, as CatBoost writes parameters into the string itself. */
export function parametersWithin(text: string, entry: LossName): WrittenParameters {
  const parameters: Record<string, LiteralValue> = {};
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=').map(piece => piece.trim());
    if (named(entry, name) === undefined || value === '') continue;
    const number = Number(value);
    parameters[name] = Number.isNaN(number) ? value : number;
  }
  return { parameters, unknown: [] };
}

function named(entry: LossName, name: string): LossParameter | undefined {
  return entry.parameters.find(parameter => parameter.name === name);
}

function read(
  code: Code,
  given: readonly Argument[],
  parameterOf: (argument: Argument, place: number) => LossParameter | null | undefined,
): WrittenParameters {
  const parameters: Record<string, LiteralValue> = {};
  const unknown: string[] = [];
  given.forEach((argument, place) => {
    const parameter = parameterOf(argument, place);
    if (parameter === null || parameter === undefined) return;
    const value = literalValue(code, argument.from, argument.to);
    if (value !== undefined) parameters[parameter.name] = value;
    else if (parameter.shape !== undefined) unknown.push(parameter.name);
  });
  return { parameters, unknown };
}
