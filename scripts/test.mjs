import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariaDb } from './support/mariadb.mjs';
import { checkNode, ensureAdminBuilt, ensureInstalled, ensureServerBuilt, run } from './support/project.mjs';
import { ensureSystemPackages } from './support/system-packages.mjs';

const tell = (text) => process.stderr.write(`${text}\n`);
let [passed, failed, skipped] = [0, 0, 0];

function step(name, command, args) {
  tell(`\n== ${name}`);
  if (run(command, args) === 0) passed++;
  else failed++;
}

async function jest(args) {
  tell('\n== tests');
  const folder = mkdtempSync(join(tmpdir(), 'sandy-results-'));
  const results = join(folder, 'results.json');
  const database = await startMariaDb();
  try {
    run('npx', ['jest', '--ci', '--json', `--outputFile=${results}`, '--workerIdleMemoryLimit=1GB', ...args], {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, SANDY_TEST_MARIADB: database.url },
    });
  } finally {
    await database.stop();
  }
  const found = JSON.parse(readFileSync(results, 'utf8'));
  rmSync(folder, { recursive: true });
  passed += found.numPassedTests;
  failed += found.numFailedTests + found.numRuntimeErrorTestSuites;
  skipped += found.numPendingTests + found.numTodoTests;
}

checkNode();
ensureInstalled();
ensureSystemPackages();
ensureServerBuilt();
ensureAdminBuilt();
const only = process.argv.slice(2);
if (only.length === 0) {
  step('lint', 'npx', ['eslint', '.']);
  step('format', 'npx', ['prettier', '--check', '--log-level=warn', '.']);
  step('types', 'npx', ['tsc', '--noEmit', '-p', 'tsconfig.json']);
  step('types of the back office', 'npm', ['run', '--silent', 'typecheck', '--workspace', 'admin']);
}
try {
  await jest(only);
} catch (error) {
  tell(error.stack);
  failed++;
}
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(failed > 0 ? 1 : 0);
