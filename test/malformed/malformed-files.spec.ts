import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { Random } from '../../libs/samples/index.js';
import * as pdfs from './crafted-pdf.js';
import { hugeJpeg, hugePng, hugeTiff, hugeWebp, pngHoldingPdf } from './crafted-pictures.js';
import { zipOf } from './foreign-files.js';
import { type MalformedFile } from './malformed-file.js';
import { malformedFiles } from './malformed-files.js';

async function collect(count: number, seed: number): Promise<MalformedFile[]> {
  const files: MalformedFile[] = [];
  for await (const file of malformedFiles(count, seed)) files.push(file);
  return files;
}

const digest = (files: readonly MalformedFile[]): string[] =>
  files.map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);

describe('malformed files', () => {
  it('are the same for the same seed, and the first of them do not depend on how many are asked for', async () => {
    const [sixty, twenty, other] = [await collect(60, 5), await collect(20, 5), await collect(20, 6)];
    expect(digest(twenty)).toEqual(digest(sixty.slice(0, 20)));
    expect(digest(other)).not.toEqual(digest(twenty));
  });

  it('are of every kind, and a thousand of them are made in less than a minute', async () => {
    const started = process.cpuUsage();
    const files = await collect(1000, 1);
    const used = process.cpuUsage(started);
    expect((used.user + used.system) / 1e6).toBeLessThan(60);
    expect(files).toHaveLength(1000);
    expect(new Set(files.map((file) => file.name)).size).toBe(1000);
    const kinds = new Map<string, number>();
    for (const { kind } of files) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(kinds.size).toBeGreaterThanOrEqual(40);
    expect(Math.min(...kinds.values())).toBeGreaterThanOrEqual(8);
  });
});

describe('crafted files are what they claim to be', () => {
  const open = async (pdf: Buffer): Promise<number> => {
    const document = await (await PDFiumLibrary.init()).loadDocument(pdf);
    const pages = document.getPageCount();
    document.destroy();
    return pages;
  };

  it('the encrypted PDF asks for its password and opens with it', async () => {
    const pdf = pdfs.encryptedPdf(new Random(3));
    await expect(open(pdf)).rejects.toThrow(/password/i);
    const random = new Random(3);
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(pdf, `facture${random.digits(4)}`);
    expect([...document.pages()].map((page) => page.getText())).toEqual(['Facture 1234']);
    document.destroy();
  });

  it('the XFA form, the bombs and the many pages are PDFs that open', async () => {
    expect(await open(pdfs.xfaOnlyPdf(new Random(1)))).toBe(1);
    expect(await open(pdfs.pictureBombPdf())).toBe(1);
    expect(await open(pdfs.manyPagesPdf())).toBe(5000);
    expect(pdfs.nestedDeflatePdf().length).toBeLessThan(100_000);
    expect(inflateSync(pdfs.deflatedSpaces(3)).equals(Buffer.alloc(3 * 1024 * 1024, ' '))).toBe(true);
  });

  it('the huge pictures declare their size in a head that a decoder believes', async () => {
    const random = new Random(2);
    const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    for (const bytes of [hugePng(random), hugeTiff(random), hugeJpeg(jpeg), hugeWebp(random)]) {
      const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
      expect((metadata.width ?? 0) * (metadata.height ?? 0)).toBeGreaterThan(200_000_000);
    }
  });

  it('the PNG that holds a PDF is a picture with a PDF head among its first 1,024 bytes', async () => {
    const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const both = pngHoldingPdf(png, pdfs.pageLessPdf());
    expect((await sharp(both).raw().toBuffer()).length).toBe(30 * 20 * 3);
    expect(both.indexOf('%PDF-')).toBeGreaterThan(0);
    expect(both.indexOf('%PDF-')).toBeLessThan(1024);
  });

  it('the archive has its file where its directory says', () => {
    const zip = zipOf('a.txt', Buffer.from('hello'));
    const end = zip.length - 22;
    const directory = zip.readUInt32LE(end + 16);
    expect(zip.toString('latin1', directory, directory + 4)).toBe('PK\x01\x02');
    expect(zip.readUInt32LE(directory + 42)).toBe(0);
    expect(zip.toString('latin1', directory + 46, directory + 51)).toBe('a.txt');
  });
});
