import { spawn } from 'node:child_process';

/** Becomes the program: its output, its signals, its exit code. */
export function become(script, args) {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
