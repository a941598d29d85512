import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeSample } from '../../libs/samples/index.js';
import { startApp, type TestApp } from '../support/app.js';

describe('the watched folder', () => {
  let test: TestApp;
  let inbox: string;
  beforeAll(async () => {
    inbox = await mkdtemp(join(tmpdir(), 'sandy-inbox-'));
    test = await startApp({ INBOX_DIR: inbox });
  });
  afterAll(async () => {
    await test.close();
    await rm(inbox, { recursive: true });
  });

  const namesIn = (folder: string) => readdir(join(inbox, folder)).catch(() => [] as string[]);
  const until = async (condition: () => Promise<boolean>) => {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) if (await condition()) return;
    throw new Error('waited too long');
  };

  it('takes a file once it has stopped growing, and moves it to done', async () => {
    const { bytes } = await makeSample(61, { format: 'facturx', supplier: 'quellois' });
    const path = join(inbox, 'facture.pdf');
    await writeFile(path, bytes.subarray(0, 2000));
    for (let at = 2000; at < bytes.length; at += Math.ceil(bytes.length / 4)) {
      await sleep(1200);
      expect(await namesIn('failed')).toEqual([]);
      await appendFile(path, bytes.subarray(at, at + Math.ceil(bytes.length / 4)));
    }
    await until(async () => (await namesIn('done')).includes('facture.pdf'));
    expect((await readFile(join(inbox, 'done', 'facture.pdf'))).equals(bytes)).toBe(true);
    const { body } = await test.admin.get('/api/invoices?q=facture.pdf').expect(200);
    expect(body.data[0].document.source).toBe('inbox');
  }, 60_000);

  it('puts what it cannot take into failed, with the reason beside it', async () => {
    await writeFile(join(inbox, 'liste.txt'), 'lait, pain');
    await until(async () => (await namesIn('failed')).includes('liste.txt.error.json'));
    expect(await namesIn('failed')).toContain('liste.txt');
    const reason = JSON.parse(await readFile(join(inbox, 'failed', 'liste.txt.error.json'), 'utf8'));
    expect(reason.code).toBe('document.unsupported_type');
  }, 30_000);

  it('keeps both of two files with one name, and leaves hidden files and folders alone', async () => {
    const { bytes } = await makeSample(62, { format: 'cii', supplier: 'quellois' });
    await mkdir(join(inbox, 'sub'), { recursive: true });
    await writeFile(join(inbox, '.part'), bytes);
    await writeFile(join(inbox, 'facture.pdf'), bytes);
    await until(async () => (await namesIn('done')).includes('facture.pdf.2'));
    expect(await readdir(inbox)).toEqual(expect.arrayContaining(['.part', 'sub']));
  }, 30_000);

  it('takes up what a killed process was taking, and files of the longest names', async () => {
    const { bytes } = await makeSample(63, { format: 'cii', supplier: 'quellois' });
    const left = join(inbox, '.taking', 'killed');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'rest.xml'), bytes);
    await utimes(left, 0, 0);
    const longest = `${'x'.repeat(251)}.txt`;
    await writeFile(join(inbox, longest), 'lait, pain');
    await until(async () => (await namesIn('done')).includes('rest.xml'));
    await until(async () => (await namesIn('failed')).some((name) => /^x{200,}.*\.error\.json$/.test(name)));
    expect(await namesIn('failed')).toContain(longest);
    await until(async () => (await namesIn('.taking')).length === 0);
  }, 30_000);
});
