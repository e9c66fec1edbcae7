import { outliveStrayRejections } from '../engine/node/outliveStrayRejections';
import { plainText } from '../shared/plainText';
import { type Output, run } from './run';

/** Whoever reads along may close the pipe when it has seen enough: `--json | head -1`. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
outliveStrayRejections();
process.on('uncaughtException', error => {
  finish({
    exitCode: 1,
    stdout: '',
    stderr: `${plainText(`Loss Lens stopped: ${error.message}`)}\n`,
  });
  process.exit();
});
/** Nothing is left to do, and there is no answer: a library has lost the thread. */
process.on('beforeExit', () => {
  if (process.exitCode === undefined) {
    finish({
      exitCode: 1,
      stdout: '',
      stderr: 'The reading stopped without an end; the file may be damaged.\n',
    });
  }
});

void run(process.argv.slice(2)).then(finish);

function finish({ exitCode, stdout, stderr }: Output): void {
  process.exitCode = exitCode;
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}
