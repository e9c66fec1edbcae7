import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';

const names: Context<readonly string[]> = createContext<readonly string[]>([]);

/** Tells all parts inside what the report's sources are called. */
export const SourceNamesProvider: typeof names.Provider = names.Provider;

/** The name of a source where the report has several of them, so that a line alone would say too little. */
export function useSourceName(source: number): string | undefined {
  const all = useContext(names);
  return all.length > 1 ? all[source] : undefined;
}
