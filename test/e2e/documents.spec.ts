import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { makeSample, type Sample } from '../../libs/samples/index.js';
import { startApp, type TestApp } from '../support/app.js';

describe('a document', () => {
  let test: TestApp;
  let facturx: Sample;
  beforeAll(async () => {
    test = await startApp();
    facturx = await makeSample(11, { format: 'facturx', supplier: 'ombrival', issueDate: '2026-05-04' });
  }, 60_000);
  afterAll(() => test.close());

  const blobs = () => readdir(join(test.dataDir, 'blobs'), { recursive: true }).catch(() => []);

  it('is taken with 202, read, checked and booked, and every value says where it stands', async () => {
    const invoice = await test.read(facturx.bytes, 'Facture été.pdf');
    const { fields } = facturx.truth;
    expect(invoice).toMatchObject({
      status: 'accepted',
      engine: 'embedded',
      invoiceNumber: fields.invoiceNumber,
      totalWithVat: fields.totalWithVat,
      document: {
        fileName: 'Facture été.pdf',
        mime: 'application/pdf',
        sha256: createHash('sha256').update(facturx.bytes).digest('hex'),
      },
    });
    expect(invoice.fields.totalWithVat).toMatchObject({ value: fields.totalWithVat, source: 'xml', page: 1 });
    expect(invoice.fields.totalWithVat.box).toHaveLength(4);
    expect(invoice.lines).toHaveLength(facturx.truth.lines!.length);
    expect(invoice.history.map((event: { kind: string }) => event.kind)).toEqual(['received', 'read', 'accepted']);
    expect(invoice.quality.checks.every((check: { passed: boolean | null }) => check.passed !== false)).toBe(true);
  });

  it('is known by its bytes: the same again gives 200 and the same id, under any name and four at once', async () => {
    const { body: first } = await test.upload(facturx.bytes, 'again.pdf').expect(200);
    const other = await makeSample(12, { format: 'pdf', supplier: 'brevanne' });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => test.upload(other.bytes, `copy-${n}.pdf`)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(first.status).toBe('accepted');
  });

  it('is shown as pictures and words, and given back as it came', async () => {
    const { body } = await test.upload(facturx.bytes, 'x.pdf').expect(200);
    const image = await test.admin
      .get(`/api/invoices/${body.id}/pages/1/image`)
      .expect(200)
      .expect('Content-Type', 'image/webp');
    const { width, height } = await sharp(image.body as Buffer).metadata();
    expect(Math.max(width, height)).toBe(1800);
    const words = await test.admin.get(`/api/invoices/${body.id}/pages/1/words`).expect(200);
    expect(words.body.words.length).toBeGreaterThan(30);
    expect(image.headers['cache-control']).toContain('private');
    const missing = await test.admin.get(`/api/invoices/${body.id}/pages/2/image`).expect(404);
    expect(missing.headers['cache-control'] ?? '').not.toContain('max-age');
    const file = await test.admin
      .get(`/api/invoices/${body.id}/file`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect((file.body as Buffer).equals(facturx.bytes)).toBe(true);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''Facture%20%C3%A9t%C3%A9\.pdf$/);
  });

  it.each(['pdf', 'png', 'webp', 'scan-jpg', 'tiff', 'cii', 'ubl'] as const)(
    'may be a %s',
    async (format) => {
      const number = `OP2026-04${format.length}-${format.toUpperCase()}`;
      const sample = await makeSample(21, { format, supplier: 'ombrival', issueDate: '2026-04-01', number });
      const invoice = await test.read(sample.bytes, 'lying-name.txt');
      expect(['accepted', 'in_review']).toContain(invoice.status);
      expect(invoice.document.mime).toBe(sample.mime);
      expect(invoice.invoiceNumber).toBe(number);
    },
    90_000,
  );

  it('may be read by an engine of choice', async () => {
    const sample = await makeSample(31, { format: 'facturx', supplier: 'ombrival', issueDate: '2026-04-02' });
    expect((await test.read(sample.bytes, 'a.pdf', 'text')).engine).toBe('text');
    const picture = await makeSample(31, { format: 'png', supplier: 'ombrival', issueDate: '2026-04-02' });
    const failed = await test.read(picture.bytes, 'b.png', 'text');
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'engine.no_text_layer' } });
    const refused = await test.upload(Buffer.from('%PDF-1.4'), 'c.pdf').field('engine', 'magic').expect(400);
    expect(refused.body.code).toBe('engine.unknown');
  });

  it('whose XML and page disagree waits for a person, with the difference told', async () => {
    const sample = await makeSample(41, { format: 'facturx', supplier: 'brevanne', mismatch: true });
    const invoice = await test.read(sample.bytes, 'mismatch.pdf');
    expect(invoice.status).toBe('in_review');
    const differing = invoice.warnings.map(({ params }: { params: { field: string } }) => params.field);
    expect(differing).toContain('totalWithVat');
  });

  it('that cannot be taken is told why, and nothing of it stays', async () => {
    const before = await blobs();
    const { body: counted } = await test.admin.get('/api/invoices').expect(200);
    const refused: [string, Buffer, number, string][] = [
      ['empty', Buffer.alloc(0), 422, 'document.empty'],
      ['text', Buffer.from('Bonjour'), 415, 'document.unsupported_type'],
      ['cut PDF', facturx.bytes.subarray(0, 700), 422, 'document.broken'],
      ['program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 415, 'document.unsupported_type'],
      ['other XML', Buffer.from('<?xml version="1.0"?><html/>'), 415, 'document.unsupported_type'],
    ];
    for (const [what, bytes, status, code] of refused) {
      const answer = await test.upload(bytes, 'facture.pdf');
      expect([what, answer.status, answer.body.code]).toEqual([what, status, code]);
    }
    expect(await blobs()).toEqual(before);
    expect((await test.admin.get('/api/invoices').expect(200)).body.total).toBe(counted.total);
    expect(await readdir(join(test.dataDir, 'incoming'))).toEqual([]);
  });

  it('must come in a proper request', async () => {
    const missing = await test.admin.post('/api/invoices').field('engine', 'auto').expect(400);
    expect(missing.body.code).toBe('request.no_file');
    const json = await test.admin.post('/api/invoices').send({ file: 'x' }).expect(400);
    expect(json.body.code).toBe('request.no_file');
    const two = await test.admin
      .post('/api/invoices')
      .attach('file', facturx.bytes, 'a.pdf')
      .attach('file', facturx.bytes, 'b.pdf')
      .expect(400);
    expect(two.body.code).toBe('request.invalid');
    const cut = await test.admin
      .post('/api/invoices')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half');
    expect(cut.status).toBe(400);
    const otherPart = await test.admin
      .post('/api/invoices')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="other"; filename="a.pdf"\r\n\r\n%PDF-1.7 half');
    expect(otherPart.status).toBe(400);
    expect(await readdir(join(test.dataDir, 'incoming'))).toEqual([]);
  });

  it('lists engines and whether they can be used', async () => {
    const { body } = await test.admin.get('/api/engines').expect(200);
    expect(body.map(({ id, available }: { id: string; available: boolean }) => [id, available])).toEqual([
      ['auto', true],
      ['embedded', true],
      ['text', true],
      ['tesseract', true],
    ]);
  });

  it('larger than allowed is refused while it comes in', async () => {
    const small = await startApp({ MAX_FILE_MB: '1', WORKER: 'external' });
    try {
      const answer = await small.upload(Buffer.alloc(3 * 1024 * 1024, 'a'), 'big.pdf');
      expect([answer.status, answer.body.code]).toEqual([413, 'document.too_large']);
    } finally {
      await small.close();
    }
  });
});
