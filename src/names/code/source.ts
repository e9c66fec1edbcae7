import type { CodeLanguage } from '../../shared/protocol/code';
import type { Bindings } from './binding';
import { type Code, codeOf } from './code';
import { pythonBindings } from './pythonBindings';
import { scriptBindings } from './scriptBindings';

/** A source text with what its names stand for. */
export interface Source {
  readonly code: Code;
  readonly bindings: Bindings;
}

/** Reads a source text once for all that is asked about it. */
export function sourceOf(text: string, language: CodeLanguage): Source {
  const code = codeOf(text, language);
  const bindings = language === 'python' ? pythonBindings(code) : scriptBindings(code);
  return { code, bindings };
}
