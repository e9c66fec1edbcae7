import type { Memento, Uri } from 'vscode';
import { isRoleChoices } from '../shared/protocol/guard';
import type { ColumnInfo } from '../shared/protocol/inspection';
import type { RoleChoices } from '../shared/roleChoices';

const memoryKey = 'lossLens.choices';
const maxRemembered = 500;

/** Roles a person has chosen, remembered in the workspace by file and header. */
export class ChoiceMemory {
  readonly #store: Memento;

  constructor(store: Memento) {
    this.#store = store;
  }

  recall(uris: readonly Uri[], columns: readonly ColumnInfo[]): RoleChoices | undefined {
    const found = this.#entries().find(([key]) => key === keyOf(uris, columns));
    return found !== undefined && isRoleChoices(found[1]) ? found[1] : undefined;
  }

  /** What was chosen last for any file with this header: the answer to a question that comes again. */
  answer(columns: readonly ColumnInfo[]): RoleChoices | undefined {
    const header = headerOf(columns);
    const found = this.#entries().find(([key]) => key.endsWith(`,${header}]`));
    return found !== undefined && isRoleChoices(found[1]) ? found[1] : undefined;
  }

  async remember(
    uris: readonly Uri[],
    columns: readonly ColumnInfo[],
    choices: RoleChoices,
  ): Promise<void> {
    const key = keyOf(uris, columns);
    const others = this.#entries().filter(([other]) => other !== key);
    await this.#store.update(memoryKey, [[key, choices], ...others].slice(0, maxRemembered));
  }

  #entries(): readonly (readonly [string, unknown])[] {
    const stored: unknown = this.#store.get(memoryKey);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function keyOf(uris: readonly Uri[], columns: readonly ColumnInfo[]): string {
  return `[${JSON.stringify(uris.map(String))},${headerOf(columns)}]`;
}

function headerOf(columns: readonly ColumnInfo[]): string {
  return JSON.stringify(columns.map(column => column.name));
}

function isEntry(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
