// Stands in for `vscode` where src/host runs under plain Node: the few values it uses, in their plainest form.

export class Uri {
  readonly scheme: string;
  readonly path: string;

  private constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  static file(path: string): Uri {
    return new Uri('file', path);
  }

  static parse(text: string, strict = false): Uri {
    const [, scheme, path] = /^([a-z][a-z-]*):(?:\/\/)?(.*)$/.exec(text) ?? [];
    if (scheme === undefined && strict) throw new Error(`no scheme: ${text}`);
    return new Uri(scheme ?? 'file', path ?? text);
  }

  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    return new Uri(base.scheme, [base.path, ...parts].join('/'));
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly dispose: () => unknown;

  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }

  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }
}

export class MarkdownString {
  isTrusted: unknown;
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export class Hover {
  readonly contents: unknown;
  readonly range: unknown;

  constructor(contents: unknown, range: unknown) {
    this.contents = contents;
    this.range = range;
  }
}

export class Range {
  readonly start: unknown;
  readonly end: unknown;

  constructor(start: unknown, end: unknown) {
    this.start = start;
    this.end = end;
  }
}
export class Diagnostic {}
export class CodeLens {}
export const DiagnosticSeverity = { Information: 2 };
export const ColorThemeKind = { Light: 1, Dark: 2, HighContrast: 3, HighContrastLight: 4 };
export const languages = {};
export class ThemeColor {}
export class RelativePattern {}
export class TabInputText {}
export class TabInputCustom {}
export class TabInputNotebook {}

export const ViewColumn = { One: 1, Beside: -2 };
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const ProgressLocation = { Notification: 15 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };

/**
 * Settings, files with the times they were written at, messages that were shown, and everything else VS Code
 * was given to show; all start empty.
 */
export const fake = {
  settings: new Map<string, unknown>(),
  files: new Map<string, Uint8Array>(),
  times: new Map<string, number>(),
  messages: [] as string[],
  shown: [] as string[],
  /** Paths of documents that were opened, and the texts of new ones. */
  opened: [] as string[],
  /** What questions for a text are answered with, one after the other. */
  typed: [] as string[],
  clipboard: '',
  /** What a list is answered with: the place of the chosen item. */
  picked: undefined as number | undefined,
};

export const workspace = {
  textDocuments: [] as unknown[],
  notebookDocuments: [] as unknown[],
  openTextDocument: async (uri: Uri | { readonly content: string }) => {
    if ('content' in uri) {
      fake.opened.push(uri.content);
      return {};
    }
    fake.opened.push(uri.path);
    throw new Error('no such document');
  },
  getConfiguration: () => ({ get: (name: string) => fake.settings.get(name) }),
  fs: {
    stat: async (uri: Uri) => ({
      size: contentOf(uri).length,
      mtime: fake.times.get(uri.toString()) ?? 0,
      type: FileType.File,
    }),
    readFile: async (uri: Uri) => contentOf(uri),
  },
};
export const window = {
  activeColorTheme: { kind: ColorThemeKind.Dark },
  visibleTextEditors: [] as unknown[],
  withProgress: ({ title }: { title: string }) => {
    fake.shown.push(title);
  },
  showTextDocument: async () => ({}),
  showInputBox: async ({ prompt }: { prompt?: string }) => {
    fake.shown.push(prompt ?? '');
    return fake.typed.shift();
  },
  showInformationMessage: showMessage,
  showWarningMessage: showMessage,
  showErrorMessage: showMessage,
  setStatusBarMessage: (text: string) => {
    fake.shown.push(text);
  },
  showQuickPick: async (
    items: readonly { label: string; description?: string; detail?: string }[],
    options: { title?: string; placeHolder?: string },
  ) => {
    const texts = items.flatMap(({ label, description, detail }) => [label, description, detail]);
    fake.shown.push(...[...texts, options.title, options.placeHolder].filter(t => t !== undefined));
    return fake.picked === undefined ? undefined : items[fake.picked];
  },
};
export const commands = {};
export const env = {
  clipboard: {
    writeText: async (text: string) => {
      fake.clipboard = text;
    },
  },
};

async function showMessage(text: string): Promise<undefined> {
  fake.messages.push(text);
}

function contentOf(uri: Uri): Uint8Array {
  const bytes = fake.files.get(uri.toString());
  if (bytes === undefined) throw new Error(`no such file: ${uri.path}`);
  return bytes;
}
