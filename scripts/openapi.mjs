import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, ensureInstalled, ensureServerBuilt, ROOT, run } from './support/project.mjs';

ensureInstalled();
ensureServerBuilt();
const printed = spawnSync(process.execPath, [CLI, 'openapi'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (printed.status !== 0) process.exit(1);
writeFileSync(join(ROOT, 'admin', 'openapi.json'), printed.stdout);
process.exit(run('npm', ['run', '--silent', 'types', '--workspace', 'admin']));
