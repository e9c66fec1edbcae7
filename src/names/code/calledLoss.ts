import { libraries } from '../losses/libraries';
import type { LossName } from '../losses/lossName';
import { callsByName } from '../losses/lossNames';
import { type Code, isName, isSign } from './code';
import { canonical, fullName } from './fullName';
import type { LossUse } from './lossUse';
import { chainTo } from './nameChain';
import type { Source } from './source';
import { callParameters, parametersBeside, type WrittenParameters } from './writtenParameters';

/** The loss that the name at token `i` calls, imports or passes on; undefined when it is none of a library's. */
export function calledLoss(source: Source, i: number): LossUse | undefined {
  const { code } = source;
  const entry = entryAt(source, i);
  if (entry === undefined || isKeyword(source, i)) return undefined;
  const isCall = isSign(code, i + 1, '(');
  const written = isCall ? callParameters(code, i + 1, entry) : partialParameters(code, i, entry);
  if (written === undefined) return undefined;
  const { text, start, end } = code.tokens[i]!;
  const open = isCall ? i + 1 : -1;
  return {
    loss: entry.loss,
    entries: [entry],
    isSure: true,
    written: text,
    ...written,
    start,
    end,
    open,
  };
}

/** `partial(F.huber_loss, delta=2)` gives the loss its parameters; elsewhere a loss that is not called has none. */
function partialParameters(code: Code, i: number, entry: LossName): WrittenParameters {
  const open = code.opener[i] ?? -1;
  if (isName(code, open - 1, 'partial')) return parametersBeside(code, open, entry);
  return { parameters: {}, unknown: [] };
}

/** The entry of the table that a name stands for. */
export function entryAt(source: Source, i: number): LossName | undefined {
  const { text } = source.code.tokens[i]!;
  // Only a name that was given by the text itself can be a loss under another one.
  if (!callsByName.has(text) && !source.bindings.bound.has(text)) return undefined;
  const path = pathAt(source, i);
  return path === undefined ? undefined : entryOf(path, source.code.language);
}

/** The full name of what stands at token `i`, where that is known. */
export function pathAt(source: Source, i: number): string | undefined {
  const { code, bindings } = source;
  const link = chainTo(code, i);
  if (link === undefined) return undefined;
  const { start } = code.tokens[link.first]!;
  const imported = importedAt(source, i);
  if (imported !== undefined) return imported;
  const path = fullName(source, link.chain, start);
  if (path !== undefined || link.chain.length > 1) return path;
  const name = code.tokens[i]!.text;
  if (bindings.bound.has(name)) return undefined;
  const candidates = bindings.stars.map(module => `${module}.${name}`);
  return candidates.find(candidate => entryOf(candidate, code.language) !== undefined);
}

/** The name in `from torch.nn import MSELoss` stands for what it brings in, whatever that is called here. */
function importedAt({ code, bindings }: Source, i: number): string | undefined {
  const { text, start } = code.tokens[i]!;
  const path = bindings.imports.get(start);
  return path?.endsWith(`.${text}`) === true ? canonical(path) : undefined;
}

/** `run(mse_loss=True)`: the name of an argument is no loss. */
function isKeyword({ code }: Source, i: number): boolean {
  return code.opener[i] !== -1 && isSign(code, i + 1, '=') && !isName(code, i - 1);
}

function entryOf(path: string, language: string): LossName | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return callsByName.get(name)?.find(({ library }) => {
    const { modules, languages } = libraries[library];
    const isSpoken = (languages as readonly string[]).includes(language);
    return isSpoken && modules.some(module => path.startsWith(`${module}.`));
  });
}
