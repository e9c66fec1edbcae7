import type { Parameters } from '../../shared/metricId';
import type { ModelSamples } from '../samples/modelSamples';

/** One line of Python and the library it calls. */
export interface CodeLine {
  readonly library: string;
  readonly code: string;
}

/** What a line depends on besides the metric. */
export interface CodeContext {
  readonly model: ModelSamples;
  readonly parameters: Parameters;
  readonly weighted: boolean;
  readonly binary: boolean;
  /** Number of classes; 0 for numbers. */
  readonly classes: number;
}

export type Recipe = (context: CodeContext) => readonly CodeLine[];

/** `from sklearn.metrics import f; f(...)` with the sample weights. */
export function sklearn(name: string, args: string, { weighted }: CodeContext): CodeLine {
  const call = `${name}(${args}${weighted ? ', sample_weight=weight' : ''})`;
  const numpyImport = args.includes('np.') ? 'import numpy as np; ' : '';
  return {
    library: 'scikit-learn',
    code: `${numpyImport}from sklearn.metrics import ${name}; ${call}`,
  };
}

/** Mean of one value per row, weighted where there are weights. */
export function numpyMean(perRow: string, { weighted }: CodeContext, imports = ''): CodeLine {
  const mean = `np.average(${perRow}${weighted ? ', weights=weight' : ''})`;
  return { library: imports === '' ? 'NumPy' : 'SciPy', code: `${importing(imports)}${mean}` };
}

/** Any expression of NumPy. */
export function numpy(expression: string): CodeLine {
  return { library: 'NumPy', code: `import numpy as np; ${expression}` };
}

/** A loss of torch.nn.functional; weights are applied to the losses of the rows. */
export function torch(name: string, args: string, { weighted }: CodeContext): CodeLine {
  const imports = 'import torch; import torch.nn.functional as F; ';
  const code = weighted
    ? `import numpy as np; ${imports}np.average(F.${name}(${args}, reduction="none"), weights=weight)`
    : `${imports}F.${name}(${args}).item()`;
  return { library: 'PyTorch', code };
}

/** The same line with its value wrapped in another call. */
export function wrapped(line: CodeLine, before: string, after: string): CodeLine {
  const at = line.code.lastIndexOf('; ') + 2;
  const imports = line.code.slice(0, at);
  const numpyImport = imports.includes('import numpy') ? '' : 'import numpy as np; ';
  return { ...line, code: `${numpyImport}${imports}${before}${line.code.slice(at)}${after}` };
}

function importing(imports: string): string {
  return `import numpy as np; ${imports === '' ? '' : `${imports}; `}`;
}
