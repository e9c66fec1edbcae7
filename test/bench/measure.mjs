import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a command to its end: milliseconds of the whole process, its peak memory in MB (where the system
 * tells), and what it printed. `failed` holds the reason when it did not end well.
 */
export function measure([command, ...args]) {
  return new Promise(resolve => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let peak;
    let output = '';
    let complaint = '';
    const watch = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 10);
    child.stdout.on('data', data => {
      if (output.length < 1 << 20) output += data;
    });
    child.stderr.on('data', data => {
      complaint = String(data).slice(0, 500);
    });
    child.on('error', error => {
      complaint = error.message;
    });
    child.on('close', code => {
      clearInterval(watch);
      const failed =
        code === 0 && output !== ''
          ? undefined
          : complaint.trim().split('\n')[0] || `exit ${code}, nothing printed`;
      resolve({ ms: performance.now() - started, peak, output, failed });
    });
  });
}

/** The most memory a process has had so far; undefined where there is no /proc. */
function peakOf(pid) {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
