/* Four clients hand in every picture of a folder while a fifth asks for the list; then the same pictures again, changed
 * by a few bytes so that they are new. Prints latency of the list, pages a minute and memory of the server process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';

const CLIENTS = 4;
const ASK_EVERY_MS = 50;
const LOGIN = { email: 'bench@sandy.local', password: 'bench password 1' };

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: npm run bench:load -- FOLDER-WITH-PNG');
  process.exit(2);
}
const pictures = readdirSync(folder)
  .filter((name) => name.endsWith('.png'))
  .sort();
const dataDir = mkdtempSync(join(tmpdir(), 'sandy-bench-'));
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const url = `http://127.0.0.1:${port}/api`;
const server = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
  env: {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: port,
    SEED: 'none',
    ADMIN_EMAIL: LOGIN.email,
    ADMIN_PASSWORD: LOGIN.password,
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** A text chunk before the end of the file makes other bytes of the same picture. */
function renewed(png, round) {
  if (round === 0) return png;
  const data = Buffer.concat([Buffer.from('tEXt'), Buffer.from(`Comment\0round ${round}`)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(data));
  return Buffer.concat([png.subarray(0, -12), length, data, sum, png.subarray(-12)]);
}

function crc(data) {
  if (crc32) return crc32(data);
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

const memoryMiB = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
const peakMiB = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function waitForServer() {
  for (;;) {
    const up = await fetch(`${url}/health`).catch(() => null);
    if (up?.ok) return;
    await sleep(100);
  }
}

async function round(number, headers) {
  let next = 0;
  const upload = async () => {
    while (next < pictures.length) {
      const name = pictures[next++];
      const form = new FormData();
      form.append('file', new Blob([renewed(readFileSync(join(folder, name)), number)]), name);
      const { status } = await fetch(`${url}/invoices`, { method: 'POST', headers, body: form });
      if (status !== 202) throw new Error(`${name}: ${status}`);
    }
  };
  const latencies = [];
  let reading = true;
  const ask = async () => {
    while (reading) {
      const start = performance.now();
      const answer = await fetch(`${url}/invoices?perPage=50`, { headers });
      await answer.arrayBuffer();
      latencies.push(performance.now() - start);
      await sleep(ASK_EVERY_MS);
    }
  };
  const start = performance.now();
  const asking = ask();
  await Promise.all(Array.from({ length: CLIENTS }, upload));
  const uploaded = performance.now();
  for (;;) {
    const counts = await (await fetch(`${url}/invoices/counts`, { headers })).json();
    if (counts.queued + counts.processing === 0) {
      console.log(`round ${number + 1}: ${JSON.stringify(counts)}`);
      break;
    }
    await sleep(250);
  }
  const seconds = (performance.now() - start) / 1000;
  reading = false;
  await asking;
  latencies.sort((a, b) => a - b);
  const [p50, p95, worst] = [quantile(latencies, 0.5), quantile(latencies, 0.95), latencies.at(-1)];
  console.log(
    `  uploads ${((uploaded - start) / 1000).toFixed(1)} s, all read ${seconds.toFixed(1)} s = ${((60 * pictures.length) / seconds).toFixed(0)} pages a minute`,
  );
  console.log(
    `  GET /api/invoices, ${latencies.length} times: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
  );
  console.log(`  memory ${memoryMiB().toFixed(0)} MiB, peak ${peakMiB().toFixed(0)} MiB`);
}

try {
  await waitForServer();
  const body = JSON.stringify(LOGIN);
  const login = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  const headers = { Authorization: `Bearer ${(await login.json()).accessToken}` };
  for (const number of [0, 1]) await round(number, headers);
} finally {
  server.kill('SIGTERM');
  await sleep(500);
  rmSync(dataDir, { recursive: true, force: true });
}
