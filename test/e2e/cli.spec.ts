import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { FIELD_NAMES } from '../../libs/domain/index.js';
import { makeSample, writeSamples, type Sample } from '../../libs/samples/index.js';
import { ROOT } from '../architecture/imports.js';

describe('the command line', () => {
  let folder: string;
  let facturx: Sample;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sandy-cli-'));
    facturx = await makeSample(81, { format: 'facturx', supplier: 'quellois', issueDate: '2026-04-01' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const sandy = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: join(folder, 'data'), OCR_WORKERS: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  };
  const write = (name: string, bytes: Buffer | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('reads files in order and prints one object a line, faulty ones among them', () => {
    const good = write('good.pdf', facturx.bytes);
    const bad = write('bad.pdf', '%PDF-1.7 cut');
    const { status, stdout, stderr } = sandy('read', bad, good, join(folder, 'missing.pdf'));
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(lines.map(({ file }) => file)).toEqual([bad, good, join(folder, 'missing.pdf')]);
    expect(lines[0].error).toMatchObject({ code: 'document.broken', message: expect.any(String) });
    expect(lines[2].error.code).toBe('resource.not_found');
    expect(lines[1]).toMatchObject({
      sha256: createHash('sha256').update(facturx.bytes).digest('hex'),
      pages: 1,
      engine: 'embedded',
      verdict: 'accept',
      quality: { score: expect.any(Number), checks: expect.any(Array) },
      ms: { total: expect.any(Number), ocr: expect.any(Number) },
    });
    expect(Object.keys(lines[1].fields)).toEqual([...FIELD_NAMES]);
    expect(lines[1].fields.invoiceNumber).toMatchObject({ value: facturx.truth.fields.invoiceNumber, page: 1 });
    expect(lines[1].lines[0]).toEqual(expect.objectContaining({ netAmount: expect.any(String), confidence: 1 }));
  }, 60_000);

  it('reads by the engine that is named, and says so when there is none', () => {
    const good = write('good.pdf', facturx.bytes);
    const { status, stdout } = sandy('read', good, '--engine', 'text');
    expect([status, JSON.parse(stdout).engine]).toEqual([0, 'text']);
    const unknown = sandy('read', good, '--engine', 'magic');
    expect([unknown.status, unknown.stderr.trim()]).toEqual([1, 'engine.unknown: There is no such engine.']);
  }, 60_000);

  it('takes a folder into the books, and skips what it knows the second time', async () => {
    const inbox = mkdtempSync(join(folder, 'inbox-'));
    await writeSamples(inbox, 2, 5);
    writeFileSync(join(inbox, 'bad.pdf'), '%PDF-1.7 cut');
    const first = sandy('ingest', inbox, '--engine', 'auto');
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/bad\.pdf: refused, document\.broken/);
    expect(first.stdout.trim().split('\n').at(-1)).toMatch(/0 known already, 1 refused$/);
    const second = sandy('ingest', inbox);
    expect(second.stdout.trim().split('\n').at(-1)).toMatch(/2 known already, 1 refused$/);
  }, 120_000);

  it('scores documents that have truth files', () => {
    const set = mkdtempSync(join(folder, 'set-'));
    writeFileSync(join(set, 'a.pdf'), facturx.bytes);
    writeFileSync(join(set, 'a.truth.json'), JSON.stringify(facturx.truth));
    const { status, stdout } = sandy('evaluate', set, '--engine', 'embedded', '--json');
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ engine: 'embedded', documents: 1, header: { precision: 1, recall: 1 } });
    expect(sandy('evaluate', set).stdout).toMatch(/header \(all fields\)/);
  }, 60_000);

  it('writes made-up invoices that it can score itself by', () => {
    const set = join(folder, 'made-up');
    expect(sandy('samples', set, '--count', '3', '--seed', '4').status).toBe(0);
    expect(readdirSync(set).filter((name) => name.endsWith('.truth.json'))).toHaveLength(3);
    expect(sandy('samples', set, '--count', 'many').status).toBe(2);
  }, 60_000);

  it('brings the database up to date once', () => {
    const env = mkdtempSync(join(folder, 'db-'));
    const run = () =>
      spawnSync(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'migrate'], {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: env },
      }).stdout;
    expect(run()).toMatch(/Initial/);
    expect(run()).toBe('The database is up to date.\n');
  }, 60_000);

  it('says what is wrong with a folder to read and with a path that is not there', () => {
    const { status, stdout } = sandy('read', folder);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error).toEqual({
      code: 'document.unsupported_type',
      message: 'This is a folder.',
      params: { reason: 'folder' },
    });
    for (const command of ['ingest', 'evaluate']) {
      const { status, stdout, stderr } = sandy(command, '/no/such/folder');
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^«\/no\/such\/folder» cannot be read: there is no such file or folder\.\n/);
      expect(stderr).not.toMatch(/ {4}at /);
    }
  }, 60_000);

  it('ends quietly when nobody reads its results any more', async () => {
    const good = write('good.pdf', facturx.bytes);
    const files = Array.from({ length: 40 }, () => good);
    const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'read', ...files], {
      env: { ...process.env, DATA_DIR: join(folder, 'data'), OCR_WORKERS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [faults, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([status, faults]).toEqual([0, '']);
  }, 60_000);

  it('keeps its log out of the results', async () => {
    const { bytes } = await makeSample(82, { format: 'png', supplier: 'quellois' });
    const { status, stdout, stderr } = sandy('ingest', write('scan.png', bytes), '--engine', 'text');
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/^.*scan\.png: invoice \d+, failed, engine\.no_text_layer\n1 failed/),
    ]);
    expect(stderr).toMatch(/WARN.*engine\.no_text_layer/);
  }, 60_000);

  it('explains itself to who does not know the words, and names every fault of the environment', () => {
    const wrong = sandy('raed');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/no command «raed»[\s\S]*sandy read FILE/)]);
    expect(sandy('read').status).toBe(2);
    expect(sandy('read', 'x.pdf', '--colour').status).toBe(2);
    const faulty = spawnSync(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'migrate'], {
      encoding: 'utf8',
      env: { ...process.env, PORT: 'http', OCR_WORKERS: 'many' },
    });
    expect(faulty.status).toBe(1);
    expect(faulty.stderr).toMatch(/PORT must[\s\S]*OCR_WORKERS must/);
  }, 60_000);
});
