import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SERVER = join(ROOT, 'dist', 'apps', 'api', 'src', 'main.js');
export const CLI = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');

const LEAST_NODE = [20, 19];
const SERVER_SOURCES = [
  'apps',
  'libs',
  'migrations',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
const ADMIN_SOURCES = ['admin', 'package-lock.json'];

const tell = (text) => process.stderr.write(`${text}\n`);

/** Runs a command with its output on standard error, so that standard output stays for results. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  if (error) throw error;
  return status ?? 1;
}

function must(command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) {
    tell(`${command} ${args.join(' ')} failed (${status}).`);
    process.exit(1);
  }
}

/** A fingerprint of names, sizes and times; a change of any file changes it. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const walk = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    const stat = statSync(full);
    if (!stat.isDirectory()) {
      hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(full).sort()) {
      if (!['node_modules', 'dist'].includes(name)) walk(join(path, name));
    }
  };
  paths.forEach(walk);
  return hash.digest('hex');
}

function upToDate(stampPath, stamp) {
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp;
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  tell(`Sandy needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs the packages of package-lock.json where they are missing or older than it. Not `npm ci`: it refuses a lock
 * without the binaries of other platforms, which a registry may not have.
 */
export function ensureInstalled() {
  const stampPath = join(ROOT, 'node_modules', '.sandy-installed');
  const stamp = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (upToDate(stampPath, stamp)) return;
  tell('Installing packages …');
  must('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stampPath, stamp);
}

function ensure(what, sources, stampPath, script) {
  const stamp = fingerprint(sources);
  if (upToDate(stampPath, stamp)) return;
  tell(`Building ${what} …`);
  rmSync(stampPath, { force: true });
  must('npm', ['run', '--silent', script]);
  writeFileSync(stampPath, stamp);
}

export const ensureServerBuilt = () =>
  ensure('the server', SERVER_SOURCES, join(ROOT, 'dist', '.built'), 'build:server');

export const ensureAdminBuilt = () =>
  ensure('the back office', ADMIN_SOURCES, join(ROOT, 'admin', 'dist', '.built'), 'build:admin');
