import { inspect } from '../support/growth';
import { readersGrow, tablesGrow } from '../support/growing';
(async () => { for (const [name, [, make]] of Object.entries({ ...readersGrow, ...tablesGrow })) { if (!name.includes(process.argv[2]!)) continue;
 for (const n of process.argv.slice(3).map(Number)) {
 const t = performance.now();
 const input = make(n);
 try { await inspect(input, process.env.DETAIL !== undefined);  console.log(n, ((performance.now() - t) / 1000).toFixed(2), name); } catch (e) { console.log('ERR', name, ((performance.now() - t) / 1000).toFixed(2), String((e as Error).message).slice(0, 200)); } } } })();
