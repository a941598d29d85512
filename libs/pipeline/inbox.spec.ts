import { mkdir, mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandyError } from '../domain/index.js';
import { type ReceivedFile, Receiver } from '../storage/index.js';
import { Inbox } from './inbox.js';
import { type Arrival, type Intake } from './intake.js';

type Take = (content: string, arrival: Arrival) => Promise<void> | void;

describe('the watched folder', () => {
  let root: string;
  let folder: string;
  let taken: string[];
  let troubles: unknown[];
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sandy-inbox-'));
    folder = join(root, 'inbox');
    await mkdir(folder);
    taken = [];
    troubles = [];
  });
  afterEach(() => rm(root, { recursive: true }));

  const inbox = (take: Take = () => {}, options = {}) => {
    const receiver = new Receiver(join(root, 'incoming'), 1_000_000);
    const intake = {
      take: async (file: ReceivedFile, arrival: Arrival) => {
        const content = await readFile(file.path, 'utf8');
        await receiver.discard(file.path);
        await take(content, arrival);
        taken.push(content);
        return { id: taken.length, known: false };
      },
    } as unknown as Intake;
    const log = { taken: () => {}, refused: () => {}, trouble: (error: unknown) => void troubles.push(error) };
    return new Inbox(folder, receiver, intake, { engine: 'auto', leaseMs: 60_000, retryAfterMs: [0], ...options }, log);
  };
  const look = async (watching: Inbox, times = 2) => {
    for (let n = 0; n < times; n++) await watching.look();
  };
  const drop = (name: string, content: string) => writeFile(join(folder, name), content);
  const filesIn = async (name: string) =>
    (await readdir(join(folder, name), { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  const leftOver = () => readdir(join(folder, '.taking'));

  it('loses nothing of a file that is replaced while it is being taken', async () => {
    const watching = inbox((content) => (content === 'first' ? drop('facture.pdf', 'second') : undefined));
    await drop('facture.pdf', 'first');
    await look(watching, 4);
    expect(taken).toEqual(['first', 'second']);
    expect(await filesIn('done')).toEqual(['facture.pdf', 'facture.pdf.2']);
    expect(await readFile(join(folder, 'done', 'facture.pdf.2'), 'utf8')).toBe('second');
    expect(await leftOver()).toEqual([]);
  });

  it('looks again at a file that somebody wrote on while it was being taken', async () => {
    await drop('facture.pdf', 'half');
    const handle = await open(join(folder, 'facture.pdf'), 'a');
    const watching = inbox(async (content) => {
      if (content === 'half') await handle.write(' and the rest');
    });
    await look(watching, 4);
    await handle.close();
    expect(taken.at(-1)).toBe('half and the rest');
    expect(await filesIn('done')).toEqual(['facture.pdf']);
  });

  it('takes up again what a killed process had claimed, and leaves alone what a living one has', async () => {
    for (const owner of ['dead', 'alive']) {
      await mkdir(join(folder, '.taking', owner), { recursive: true });
      await writeFile(join(folder, '.taking', owner, `${owner}.pdf`), owner);
    }
    await utimes(join(folder, '.taking', 'dead'), 0, 0);
    await look(inbox(), 1);
    expect(taken).toEqual(['dead']);
    expect(await filesIn('done')).toEqual(['dead.pdf']);
    expect(await leftOver()).toEqual(['alive']);
  });

  it('shares a folder with other processes: every file is taken once', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `${n}.pdf`);
    for (const name of names) await drop(name, name);
    const watching = [inbox(), inbox(), inbox()];
    for (let n = 0; n < 3; n++) await Promise.all(watching.map((one) => one.look()));
    expect([...taken].sort()).toEqual([...names].sort());
    expect(await filesIn('done')).toEqual([...names].sort());
    expect([await filesIn('.'), await filesIn('failed'), await leftOver(), troubles]).toEqual([[], [], [], []]);
  });

  it('goes on with the others when one fails, tries it again, and gives it up with the reason in the end', async () => {
    const watching = inbox((_content, { originalName }) => {
      if (originalName === 'a.pdf') throw new Error('no disk');
    });
    await drop('a.pdf', 'a');
    await drop('b.pdf', 'b');
    await look(watching);
    expect(await filesIn('done')).toEqual(['b.pdf']);
    expect(await filesIn('.')).toEqual(['a.pdf']);
    await look(watching, 3);
    expect(await filesIn('failed')).toEqual(['a.pdf', 'a.pdf.error.json']);
    const reason = JSON.parse(await readFile(join(folder, 'failed', 'a.pdf.error.json'), 'utf8'));
    expect(reason).toMatchObject({ code: 'internal', cause: 'Error: no disk' });
    expect(troubles).toHaveLength(2);
  });

  it('waits before it tries a file again', async () => {
    let tries = 0;
    const fail = () => {
      tries++;
      throw new Error('no database');
    };
    await drop('a.pdf', 'a');
    await look(inbox(fail, { retryAfterMs: [60_000] }), 6);
    expect(tries).toBe(1);
    expect(await filesIn('.')).toEqual(['a.pdf']);
  });

  it('puts names of the greatest length and their reasons into failed, and keeps those apart that look alike', async () => {
    const refusing = () => {
      throw new SandyError('document.broken');
    };
    const names = [`${'é'.repeat(125)}.pdfa`, `${'é'.repeat(125)}.pdfb`];
    for (const again of [1, 2]) {
      for (const name of names) await drop(name, `${again}`);
      await look(inbox(refusing), 3);
    }
    expect(await filesIn('.')).toEqual([]);
    const failed = await filesIn('failed');
    expect(failed).toHaveLength(8);
    expect(failed.filter((name) => name.endsWith('.error.json'))).toHaveLength(4);
    expect(failed).toEqual(expect.arrayContaining(names));
    expect(troubles).toEqual([]);
  });
});
