import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 60_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A MariaDB server of its own: own folder, own port, gone after `stop`. @returns {{url: string, stop: () => Promise<void>}} */
export async function startMariaDb() {
  const folder = mkdtempSync(join(tmpdir(), 'sandy-mariadb-'));
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const install = [
    '--no-defaults',
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ];
  const made = spawnSync('mariadb-install-db', [...install, ...user], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stderr || made.stdout}`);

  const port = await freePort();
  const logPath = join(folder, 'log');
  const log = openSync(logPath, 'a');
  const socket = join(folder, 'socket');
  const server = spawn(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${socket}`,
      ...user,
    ],
    { stdio: ['ignore', log, log] },
  );
  const sql = (statement) =>
    spawnSync('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', statement]).status;
  for (const end = Date.now() + START_MS; sql('SELECT 1') !== 0; await sleep(200)) {
    if (Date.now() > end || server.exitCode !== null)
      throw new Error(`MariaDB did not start:\n${readFileSync(logPath, 'utf8')}`);
  }
  sql(
    "CREATE USER sandy@'127.0.0.1' IDENTIFIED BY 'sandy'; GRANT ALL ON *.* TO sandy@'127.0.0.1'; CREATE USER sandy@localhost IDENTIFIED BY 'sandy'; GRANT ALL ON *.* TO sandy@localhost",
  );

  const ended = new Promise((resolve) => server.once('exit', resolve));
  return {
    url: `mariadb://sandy:sandy@127.0.0.1:${port}/`,
    async stop() {
      server.kill('SIGTERM');
      await Promise.race([ended, sleep(10_000)]);
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
