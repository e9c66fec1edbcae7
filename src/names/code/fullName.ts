import type { CodeLanguage } from '../../shared/protocol/code';
import { bindingAt } from './binding';
import type { Source } from './source';

/** What everybody calls a library, for pieces of code without their imports. */
const customs: Readonly<Record<CodeLanguage, Readonly<Record<string, string>>>> = {
  python: {
    torch: 'torch',
    nn: 'torch.nn',
    F: 'torch.nn.functional',
    tf: 'tensorflow',
    keras: 'keras',
    optax: 'optax',
    torchmetrics: 'torchmetrics',
    sklearn: 'sklearn',
    xgb: 'xgboost',
    lgb: 'lightgbm',
  },
  julia: { Flux: 'Flux' },
  javascript: { tf: 'tfjs' },
  r: {},
};

/** Where libraries keep the same thing under several names. */
const moved: readonly (readonly [RegExp, string])[] = [
  [/^tensorflow\.(?:compat\.v\d\.|python\.)?keras\b/, 'keras'],
  [/^tf_keras\b/, 'keras'],
  [/^keras\.(?:src|api|_tf_keras\.keras)\b/, 'keras'],
  [/^tensorflow\.(losses|metrics)\b/, 'keras.$1'],
];

const mostSteps = 5;

/**
 * The full name of what a dotted name stands for at a place: `F.mse_loss` is
 * `torch.nn.functional.mse_loss`. Undefined where it is the person's own or cannot be known. With `guess` a
 * library's usual short name counts where nothing binds it.
 */
export function fullName(
  source: Source,
  chain: readonly string[],
  offset: number,
  guess = true,
): string | undefined {
  let names = chain;
  let at = offset;
  for (let step = 0; step < mostSteps; step++) {
    const [first = '', ...rest] = names;
    const binding = bindingAt(source.bindings, first, at);
    if (binding === undefined) return unbound(source, names, guess);
    if (binding.kind === 'import') return canonical([binding.path, ...rest].join('.'));
    if (binding.kind !== 'alias') return undefined;
    names = [...binding.chain, ...rest];
    at = binding.at - 1;
  }
  return undefined;
}

function unbound(source: Source, names: readonly string[], guess: boolean): string | undefined {
  const [first = '', ...rest] = names;
  const { language } = source.code;
  const usual = customs[language];
  if (language === 'r' && rest.length > 0) return names.join('.');
  if (!guess || rest.length === 0 || !Object.hasOwn(usual, first)) return undefined;
  return canonical([usual[first], ...rest].join('.'));
}

/** One name for what a library has under several. */
export function canonical(path: string): string {
  return moved.reduce((name, [pattern, to]) => name.replace(pattern, to), path);
}
