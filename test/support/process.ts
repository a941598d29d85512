import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../architecture/imports.js';
import { ADMIN } from './app.js';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A real process of the built product. */
export function startProcess(app: 'api' | 'worker', env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'dist', 'apps', app, 'src', 'main.js')], {
    env: {
      ...process.env,
      SEED: 'none',
      OCR_WORKERS: '1',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      ...env,
    },
    stdio: [
      'ignore',
      process.env.SANDY_TEST_LOG ? 'inherit' : 'ignore',
      process.env.SANDY_TEST_LOG ? 'inherit' : 'ignore',
    ],
  });
}

export async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Speaks to a running server at its address. */
export class Client {
  private token = '';

  constructor(readonly url: string) {}

  async ready(): Promise<this> {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(150)) {
      const up = await fetch(`${this.url}/api/health`).catch(() => null);
      if (up?.ok) return this;
    }
    throw new Error('the server did not come up');
  }

  async signIn(): Promise<this> {
    const body = JSON.stringify(ADMIN);
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${this.url}/api/auth/login`, { method: 'POST', headers, body });
    this.token = ((await answer.json()) as { accessToken: string }).accessToken;
    return this;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async get(path: string): Promise<any> {
    const answer = await fetch(`${this.url}/api${path}`, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  async upload(bytes: Buffer, name: string): Promise<{ id: number; status: string }> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { Authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${this.url}/api/invoices`, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: number; status: string };
  }
}
