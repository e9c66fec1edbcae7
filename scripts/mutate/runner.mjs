// A child process with the tests, ended where it hangs and started anew where it is worn.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('child.cjs', import.meta.url));
const loadLimit = 120_000;
const limitOf = ms => 20_000 + 10 * (ms ?? 1000);

export class Runner {
  #child;
  #ended = true;

  /**
   * @param {string} bundle
   * @param {(test: string) => number | undefined} usual how many milliseconds a test takes
   * @param {number} patience how many times the usual limit of time
   */
  constructor(bundle, usual, patience = 1) {
    this.bundle = bundle;
    this.usual = usual;
    this.patience = patience;
  }

  /** Loads tests, with a mutant that is there from the first line on or with none (-1). */
  async start(files, active = -1) {
    this.end();
    this.#ended = false;
    const options = {
      execArgv: ['--max-old-space-size=2500'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    };
    this.#child = fork(program, [this.bundle, String(active), files.join(',')], options);
    const tests = [];
    const last = await this.#until(message => {
      if (message.loaded !== undefined) tests.push(...message.tests);
      return message.ready !== undefined || message.result !== undefined;
    });
    return { tests, ...last };
  }

  /** Runs tests under a mutant; `worn` when a test fails without it too. */
  async kill(tests, mutant) {
    this.#child.send({ tests, mutant });
    const { result } = await this.#until(message => message.result !== undefined);
    return result;
  }

  /** Runs all tests without a mutant. */
  async record() {
    const recorded = [];
    this.#child.send({ record: true });
    const { result } = await this.#until(message => {
      if (message.recorded === undefined) return message.done;
      recorded.push(message);
      if (recorded.length % 200 === 0) process.stdout.write(`${recorded.length} tests recorded\n`);
      return message.done;
    });
    if (result !== undefined) throw new Error(`${result.status} at ${result.by}`);
    return recorded;
  }

  get ended() {
    return this.#ended;
  }

  end() {
    if (!this.#ended) this.#child.kill('SIGKILL');
    this.#ended = true;
  }

  /** Waits for a message; a child that dies or says nothing for too long has the result `crash` or `timeout`. */
  #until(isLast) {
    const child = this.#child;
    return new Promise(resolve => {
      let [timer, test] = [undefined, 'loading'];
      const finish = message => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(message);
      };
      const give = status => {
        this.end();
        finish({ result: { status, by: test } });
      };
      const wait = ms => {
        clearTimeout(timer);
        timer = setTimeout(() => give('timeout'), ms * this.patience);
      };
      child.on('exit', () => give('crash'));
      child.on('message', message => {
        if (message.started !== undefined) test = message.started;
        if (isLast(message)) finish(message);
        else wait(message.started === undefined ? loadLimit : limitOf(this.usual(test)));
      });
      wait(loadLimit);
    });
  }
}
