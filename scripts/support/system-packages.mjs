import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './project.mjs';

const PACKAGES = [
  { name: 'mariadb-server', programs: ['/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db'] },
  { name: 'chromium', programs: ['/usr/bin/chromium'] },
];

/** What the tests need besides Node, from Debian; as root it is installed, else the way to do it is told. */
export function ensureSystemPackages() {
  const missing = PACKAGES.filter(({ programs }) => !programs.every((program) => existsSync(program)));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) {
    process.stderr.write(`The tests need ${names.join(' and ')}: sudo apt-get install ${names.join(' ')}\n`);
    process.exit(1);
  }
  process.stderr.write(`Installing ${names.join(', ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  const status = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  if (status !== 0) process.exit(1);
}
