import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { AFRelationship, PDFDocument, StandardFonts, degrees } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { FileDocumentReader } from './document-reader.js';
import { DEFAULT_LIMITS } from './limits.js';
import { NativePool } from './native/native-pool.js';

const CII = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"><a/></rsm:CrossIndustryInvoice>`;
const UBL = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID></Invoice>';

const MB = 1024 * 1024;
const pool = new NativePool({ workers: 1, timeoutMs: 3_000, recycleAfter: 50, maxHeapBytes: 128 * MB });
const limits = { ...DEFAULT_LIMITS, maxBytes: 4 * MB, maxPages: 3, maxPixels: 12_000_000, timeoutMs: 5_000 };
const reader = new FileDocumentReader(pool, limits);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandy-documents-'));
});
afterAll(async () => {
  await reader.dispose();
  await rm(folder, { recursive: true });
});

async function file(bytes: Uint8Array | string, name = 'upload.bin'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function pdf(make: (document: PDFDocument) => Promise<void> | void): Promise<Buffer> {
  const document = await PDFDocument.create();
  await make(document);
  return Buffer.from(await document.save());
}

const invoicePdf = (): Promise<Buffer> =>
  pdf(async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = document.addPage([595, 842]);
    page.drawText('Total TTC', { x: 300, y: 100, size: 12, font });
    page.drawText('Facture F2026-0042', { x: 60, y: 780, size: 12, font });
    page.drawText('1 234,56', { x: 400, y: 100, size: 12, font });
  });

/** A PDF from numbered objects as they stand; the cross-reference table is left to the reader's repair. */
function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, i) =>
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')),
  );
  parts.push(Buffer.from('trailer <</Root 1 0 R>>\n%%EOF\n'));
  return Buffer.concat(parts);
}

const stream = (content: Buffer, entries = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<</Length ${content.length} ${entries}>>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);

const CATALOG = '<</Type /Catalog /Pages 2 0 R>>';
const PAGES = '<</Type /Pages /Kids [3 0 R] /Count 1>>';

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } });

/** The header of a PNG of 16,000 × 16,000 pixels of one bit, and hardly any data. */
function giantPng(): Buffer {
  const header = Buffer.from('IHDR\0\0\x3e\x80\0\0\x3e\x80\x01\0\0\0\0', 'latin1');
  const chunk = (body: Buffer): Buffer => {
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(body.length - 4, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const data = Buffer.concat([Buffer.from('IDAT'), deflateSync(Buffer.alloc(1000))]);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk(header), chunk(data), chunk(Buffer.from('IEND'))]);
}

async function zip(): Promise<Buffer> {
  const name = Buffer.from('a.txt');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  return Buffer.concat([local, name, central, name, end]);
}

async function readWhole(path: string): Promise<void> {
  await reader.inspect(path);
  const document = await reader.open(path);
  try {
    for (const page of document.pages) await page.raster();
  } finally {
    await document.close();
  }
}

describe('opening a PDF', () => {
  it('gives its words in reading order with boxes as page fractions', async () => {
    const document = await reader.open(await file(await invoicePdf(), 'not-a-picture.png'));
    expect(document).toMatchObject({ mime: 'application/pdf', pageCount: 1, hasEmbeddedXml: false, embeddedXml: null });
    const [page] = document.pages;
    expect(page!.textLayer!.map((word) => word.text)).toEqual(['Facture', 'F2026-0042', 'Total', 'TTC', '1', '234,56']);
    const [x0, y0, x1, y1] = page!.textLayer![0]!.box;
    expect(x0).toBeCloseTo(60 / 595, 2);
    expect(y1).toBeCloseTo((842 - 780) / 842, 2);
    expect(x1).toBeGreaterThan(x0);
    expect(y0).toBeGreaterThan(y1 - 0.02);
    await document.close();
    await document.close();
  });

  it('gives boxes of a turned page as a person sees them', async () => {
    const bytes = await pdf(async (document) => {
      const page = document.addPage([400, 600]);
      page.setRotation(degrees(90));
      page.drawText('Facture', { x: 30, y: 40, size: 14, rotate: degrees(90) });
    });
    const document = await reader.open(await file(bytes));
    const [page] = document.pages;
    expect(page!.widthPx).toBeGreaterThan(page!.heightPx);
    const [word] = page!.textLayer!;
    expect(word!.text).toBe('Facture');
    expect(word!.box[2] - word!.box[0]).toBeGreaterThan(word!.box[3] - word!.box[1]);
    expect(word!.box[0]).toBeCloseTo(40 / 600, 1);
    await document.close();
  });

  it('renders at 300 dpi, or at as much as the limit of pixels allows', async () => {
    const document = await reader.open(
      await file(
        await pdf((made) =>
          [
            [595, 842],
            [842, 1191],
          ].forEach((size) => made.addPage(size as [number, number])),
        ),
      ),
    );
    expect(document.pages.map((page) => page.dpi)).toEqual([300, 249]);
    const raster = await document.pages[0]!.raster();
    expect(raster).toMatchObject({ widthPx: 2479, heightPx: 3508 });
    expect(raster.data).toHaveLength(2479 * 3508 * 3);
    expect(raster.data[0]).toBe(255);
    expect(document.pages[0]!.textLayer).toBeNull();
    await document.close();
  });

  it('finds the e-invoice inside, whatever its name, and no order', async () => {
    const bytes = await pdf(async (document) => {
      document.addPage();
      await document.attach(Buffer.from('<Order/>'), 'order-x.xml');
      await document.attach(Buffer.from(CII), 'Données.XML', { afRelationship: AFRelationship.Data });
    });
    const document = await reader.open(await file(bytes));
    expect(document.embeddedXml).toEqual({ name: 'Données.XML', content: Buffer.from(CII) });
    await document.close();
  });

  it('does not mind blanks and printer commands before it, or padding behind it', async () => {
    const bytes = await invoicePdf();
    for (const [before, after] of [
      ['\r\n  ', ''],
      ['\x1b%-12345X@PJL SET RESOLUTION=600\r\n', ''],
      ['', '\n\n\0\0\0\0'],
    ] as const) {
      const path = await file(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
      expect(await reader.inspect(path)).toMatchObject({ mime: 'application/pdf', pageCount: 1 });
    }
  });
});

describe('opening a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'tiff'] as const)('decodes %s into RGB', async (format) => {
    const bytes = await picture(120, 170)
      .composite([{ input: await picture(20, 20).negate().png().toBuffer(), left: 0, top: 0 }])
      .toFormat(format)
      .toBuffer();
    const document = await reader.open(await file(bytes, 'upload.pdf'));
    expect(document).toMatchObject({ mime: `image/${format}`, pageCount: 1 });
    const raster = await document.pages[0]!.raster();
    expect(raster.data).toHaveLength(120 * 170 * 3);
    expect(raster.data[0]).toBeLessThan(20);
    expect(raster.data.at(-1)).toBeGreaterThan(235);
    await document.close();
  });

  it.each([
    [
      '16 bits and alpha',
      () =>
        sharp({ create: { width: 30, height: 40, channels: 4, background: '#00000000' } })
          .toColourspace('rgb16')
          .png(),
    ],
    ['grey', () => picture(30, 40).toColourspace('b-w').png()],
    ['one bit', () => picture(30, 40).toColourspace('b-w').tiff({ bitdepth: 1, compression: 'ccittfax4' })],
    ['CMYK', () => picture(30, 40).toColourspace('cmyk').jpeg()],
  ])('makes white RGB of %s', async (_name, make) => {
    const document = await reader.open(await file(await make().toBuffer()));
    const { data } = await document.pages[0]!.raster();
    expect(data).toHaveLength(30 * 40 * 3);
    expect(Math.min(...data)).toBeGreaterThan(240);
    await document.close();
  });

  it('turns a photograph as its EXIF says', async () => {
    const bytes = await picture(100, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const document = await reader.open(await file(bytes));
    expect(document.pages[0]).toMatchObject({ widthPx: 60, heightPx: 100 });
    expect(await document.pages[0]!.raster()).toMatchObject({ widthPx: 60, heightPx: 100 });
    await document.close();
  });
});

describe('opening XML', () => {
  it.each([
    ['CII', CII],
    ['UBL', UBL],
    ['UBL in UTF-16', Buffer.from(`\ufeff${UBL}`, 'utf16le')],
  ])('takes %s', async (_name, bytes) => {
    const document = await reader.open(await file(bytes));
    expect(document).toMatchObject({ mime: 'application/xml', pageCount: 0, hasEmbeddedXml: true, pages: [] });
    expect(document.embeddedXml!.content).toEqual(Buffer.from(bytes as string));
    await document.close();
  });
});

describe('a file that cannot be taken', () => {
  const heavy = Buffer.alloc(300 * MB, ' ');
  const endless = (): Buffer =>
    rawPdf([
      CATALOG,
      PAGES,
      '<</Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Contents 4 0 R /Resources <</XObject <</F 5 0 R>>>>>>',
      stream(deflateSync(Buffer.from(`800 3 5 800 0 0 cm ${'/F Do '.repeat(20_000)}`)), '/Filter /FlateDecode'),
      stream(
        deflateSync(Buffer.alloc(1_000_000, 'ab')),
        '/Filter /FlateDecode /Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      ),
    ]);

  it.each([
    ['an empty file', 'document.empty', async () => Buffer.alloc(0)],
    ['a file above the limit', 'document.too_large', async () => Buffer.alloc(limits.maxBytes + 1)],
    ['plain text', 'document.unsupported_type', async () => Buffer.from('Facture 42')],
    ['a ZIP', 'document.unsupported_type', zip],
    ['a web page', 'document.unsupported_type', async () => Buffer.from('<!DOCTYPE html><html><body>x</body></html>')],
    ['XML of something else', 'document.unsupported_type', async () => Buffer.from('<?xml version="1.0"?><order/>')],
    ['a GIF', 'document.unsupported_type', async () => picture(10, 10).gif().toBuffer()],
    ['a PDF cut in the middle', 'document.broken', async () => (await invoicePdf()).subarray(0, 500)],
    ['a header without PDF', 'document.broken', async () => Buffer.from('%PDF-1.7\nrubbish')],
    [
      'a cut PNG',
      'document.broken',
      async () => {
        const noise = Buffer.from(Uint8Array.from({ length: 90_000 }, (_, i) => (i * 7919) % 253));
        const bytes = await sharp(noise, { raw: { width: 300, height: 100, channels: 3 } })
          .png()
          .toBuffer();
        return bytes.subarray(0, bytes.length / 2);
      },
    ],
    [
      'a cut JPEG',
      'document.broken',
      async () => {
        const bytes = await picture(900, 900).jpeg().toBuffer();
        return bytes.subarray(0, bytes.length - 200);
      },
    ],
    [
      'a PDF without pages',
      'document.no_pages',
      async () =>
        Buffer.from(await (await PDFDocument.create()).save({ addDefaultPage: false, useObjectStreams: false })),
    ],
    [
      'a PDF of too many pages',
      'document.too_many_pages',
      () => pdf((made) => [1, 2, 3, 4].forEach(() => made.addPage())),
    ],
    [
      'a PDF with a page of 5 metres',
      'document.too_many_pixels',
      () => pdf((made) => void made.addPage([14_000, 14_000])),
    ],
    [
      'a picture of too many pixels',
      'document.too_many_pixels',
      async () => {
        const width = 4000;
        const noise = Buffer.from(Uint8Array.from({ length: width * 4000 }, (_, i) => (i * 7919) % 253));
        return sharp(noise, { raw: { width, height: 4000, channels: 1 } })
          .resize(4000, 4000)
          .jpeg({ quality: 20 })
          .toBuffer();
      },
    ],
    ['a small picture that unpacks to a giant', 'document.bomb', async () => giantPng()],
    [
      'a PDF whose page unpacks to more than the memory',
      'document.bomb',
      async () =>
        rawPdf([
          CATALOG,
          PAGES,
          '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R>>',
          stream(deflateSync(heavy, { level: 1 }), '/Filter /FlateDecode'),
        ]),
    ],
    ['a PDF that never stops drawing', 'document.timeout', async () => endless()],
    [
      'HTML with a PDF behind it',
      'document.polyglot',
      async () => Buffer.concat([Buffer.from('<html><script>1</script>'), await invoicePdf()]),
    ],
    [
      'a script with a PDF behind it',
      'document.polyglot',
      async () => Buffer.concat([Buffer.from('/*'), await invoicePdf()]),
    ],
    [
      'a PNG with a PDF in it',
      'document.polyglot',
      async () => Buffer.concat([await picture(9, 9).png().toBuffer(), await invoicePdf()]),
    ],
    ['a PDF with a ZIP behind it', 'document.polyglot', async () => Buffer.concat([await invoicePdf(), await zip()])],
    [
      'a PDF with a script behind it',
      'document.polyglot',
      async () => Buffer.concat([await invoicePdf(), Buffer.from('<script>1</script>')]),
    ],
    [
      'a JPEG with a ZIP behind it',
      'document.polyglot',
      async () => Buffer.concat([await picture(9, 9).jpeg().toBuffer(), await zip()]),
    ],
    [
      'an XFA form with its placeholder',
      'document.xfa_only',
      async () =>
        rawPdf([
          '<</Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm <</Fields [] /XFA 6 0 R>>>>',
          PAGES,
          '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
          stream(Buffer.from('BT /F 12 Tf 20 100 Td (Please wait...) Tj ET')),
          '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
          stream(Buffer.from('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')),
        ]),
    ],
    [
      'an encrypted PDF',
      'document.encrypted',
      async () =>
        rawPdf([
          CATALOG,
          PAGES,
          '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>',
          `<</Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}>>>`,
        ])
          .toString('latin1')
          .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 4 0 R /ID [<00><00>]'),
    ],
  ])('%s: %s', async (_name, code, make) => {
    const path = await file(await make());
    await expect(readWhole(path)).rejects.toMatchObject({ name: 'SandyError', code });
    const good = await reader.inspect(await file(await invoicePdf(), 'good.pdf'));
    expect(good.pageCount).toBe(1);
  });
});
