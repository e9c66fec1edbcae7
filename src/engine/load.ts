import { defaultMemoryBudget } from '../readers/memoryBudget';
import type { Table } from '../readers/table';
import type { InspectOptions } from '../shared/protocol/inspection';
import type { Doubt } from '../shared/roleChoices';
import type { InspectWatch, SourceRef } from './engine';
import type { Environment } from './environment';
import { type FileStamp, type StampedEnvironment, stamped } from './fileStamps';
import { loadParts } from './loadParts';
import { neededOf, shortColumns } from './neededColumns';
import { ownColumns } from './ownColumns';
import { type PartGroup, sourceGroups } from './partGroups';
import { type ReadSourceOptions, readSource, type SourceRead } from './readSource';

/** What has been read, before anybody asked what it means. */
export interface Loaded {
  readonly refs: readonly SourceRef[];
  /** How far each source was read; empty while the first one still is. */
  readonly sources: readonly SourceRead[];
  /** One table per source, or for sources that are parts of one. */
  readonly tables: readonly Table[];
  /** All columns of the first source, also those that a large file was read without. */
  readonly columns: Table['columns'];
  /** What a person had said of them: that they are parts of one table, or that they are not. */
  readonly together?: boolean;
  /** Present when some of the sources could be parts of one table. */
  readonly parts?: PartsLoaded;
}

export interface PartsLoaded {
  /** Of each source, as it was before it was read; left out where none were put together. */
  readonly stamps?: readonly FileStamp[];
  readonly notes: readonly string[];
  /** Whether they are parts, where nothing tells. */
  readonly doubt: Doubt | null;
}

export interface LoadWatch extends InspectWatch {
  /** Takes what has been read of the first source so far. */
  readonly onRows?: (loaded: Loaded) => void;
  /** Reads the columns that nothing is computed from too, but for long texts. */
  readonly everyColumn?: boolean;
}

/**
 * Reads all sources, which share the memory budget; those that are parts of one table become one. Rejects with a
 * ReadError when one cannot be read.
 */
export async function load(
  refs: readonly SourceRef[],
  options: InspectOptions,
  environment: Environment,
  watch: LoadWatch,
): Promise<Loaded> {
  const groups = sourceGroups(refs, options.choices?.parts);
  const reading = new Reading(refs, groups.length, options, environment, watch);
  for (const group of groups) {
    if (group.kind === 'one') await reading.one(group.ref);
    else await reading.parts(group.parts);
  }
  return reading.loaded();
}

/** The reading of all sources, one after the other. */
class Reading {
  readonly #refs: readonly SourceRef[];
  readonly #options: InspectOptions;
  readonly #environment: Environment;
  readonly #stamped: StampedEnvironment;
  readonly #watch: LoadWatch;
  readonly #started = Date.now();
  readonly #sources: SourceRead[] = [];
  readonly #notes: string[] = [];
  /** How many tables there will be. */
  #tables: number;
  #columns: Table['columns'] | undefined;
  #doubt: Doubt | null = null;
  #isTogether = false;

  constructor(
    refs: readonly SourceRef[],
    tables: number,
    options: InspectOptions,
    environment: Environment,
    watch: LoadWatch,
  ) {
    this.#refs = refs;
    this.#tables = tables;
    this.#options = options;
    this.#stamped = stamped(environment);
    this.#environment = this.#stamped.environment;
    this.#watch = watch;
  }

  async one(ref: SourceRef): Promise<void> {
    this.#add(await readSource(ref, this.#environment, this.#readOptions(this.#tables > 1)));
  }

  async parts(group: PartGroup): Promise<void> {
    const { choices = {} } = this.#options;
    const optionsFor = (withIds: boolean) => this.#readOptions(this.#tables > 1 || withIds);
    const found = await loadParts(group, this.#environment, optionsFor, choices);
    this.#notes.push(...found.notes);
    if (found.kind === 'apart') {
      this.#tables += group.refs.length - 1;
      this.#columns = undefined;
      for (const ref of group.refs) await this.one(ref);
      return;
    }
    this.#isTogether = true;
    this.#doubt ??= found.doubt;
    const { table } = found;
    const [ref] = group.refs;
    const size = table.bytes;
    this.#add({
      ...{ ref: ref!, table, size, sure: size, modified: undefined },
      reading: () => undefined,
    });
  }

  loaded(): Loaded {
    const sources = this.#sources;
    return {
      refs: this.#refs,
      sources,
      tables: sources.map(({ table }) => table),
      columns: this.#columns ?? [],
      ...(this.#options.choices?.parts === undefined
        ? {}
        : { together: this.#options.choices.parts }),
      parts: {
        ...(this.#isTogether ? { stamps: this.#stamped.stampsOf(this.#refs) } : {}),
        notes: this.#notes,
        doubt: this.#doubt,
      },
    };
  }

  #add(source: SourceRead): void {
    this.#sources.push(source);
    const known = this.#columns ?? [];
    const names = new Set(known.map(({ name }) => name));
    // The names of parts may have told more columns.
    const isFirst = this.#sources.length === 1;
    const more = isFirst ? source.table.columns.filter(({ name }) => !names.has(name)) : [];
    this.#columns = [...known, ...more];
  }

  #readOptions(joins: boolean): ReadSourceOptions {
    const { signal, onProgress, onRows } = this.#watch;
    const { choices = {}, memoryBudget } = this.#options;
    return {
      ...(signal === undefined ? {} : { signal }),
      ...budgetOf(memoryBudget, this.#tables),
      needed: preview => {
        this.#columns ??= preview.columns;
        const needed = [
          ...neededOf(preview, choices, joins),
          ...ownColumns(this.#options.parameters ?? {}),
        ];
        return this.#watch.everyColumn === true
          ? [...new Set([...needed, ...shortColumns(preview)])]
          : needed;
      },
      onProgress: (bytes, totalBytes, rows) => {
        const left = secondsLeft(this.#started, bytes, totalBytes);
        onProgress?.({ bytes, totalBytes, rows, secondsLeft: left });
      },
      onPartial: partial => {
        const tables = [...this.#sources.map(({ table }) => table), partial];
        const columns = this.#columns ?? partial.columns;
        onRows?.({ refs: this.#refs, sources: [], tables, columns });
      },
    };
  }
}

/** What each of the sources may keep. */
export function budgetOf(
  memoryBudget: number = defaultMemoryBudget,
  sources: number,
): { readonly memoryBudget: number } {
  return { memoryBudget: memoryBudget / sources };
}

function secondsLeft(started: number, bytes: number, total: number): number | null {
  const seconds = (Date.now() - started) / 1000;
  return bytes > 0 && seconds > 0.5 ? ((total - bytes) * seconds) / bytes : null;
}
