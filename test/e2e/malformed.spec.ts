import { startApp, type TestApp } from '../support/app.js';
import { type SandyError } from '../../libs/domain/index.js';
import { InvoiceDesk, READING_PARTS, readDocument, type ReadingParts } from '../../libs/pipeline/index.js';
import { BLOB_STORE, type BlobStore } from '../../libs/storage/index.js';
import { makeSample } from '../../libs/samples/index.js';
import { malformedFiles } from '../malformed/malformed-files.js';

const FILES = 1000;
const AT_ONCE = 4;
const SEED = 7;

/** Codes with which a file may be refused; anything else is a fault of ours. */
const REFUSALS = /^(document\.(?!timeout)[a-z_]+|einvoice\.(invalid_xml|unknown_dialect))$/;

describe('a thousand malformed files', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp({ WORKER: 'external', DOCUMENT_TIMEOUT_S: '60' });
  });
  afterAll(() => test.close());

  /** A bomb inside a page's content shows only when the page is drawn: it is taken, and its reading fails with a code. */
  const codeOfReading = async (id: number): Promise<string> => {
    const { document } = await test.app.get(InvoiceDesk).find(id);
    return test.app.get<BlobStore>(BLOB_STORE).withFile(document.blobKey, (path) =>
      readDocument(path, 'auto', test.app.get<ReadingParts>(READING_PARTS), new AbortController().signal).then(
        () => 'no error',
        (error: SandyError) => error.code,
      ),
    );
  };

  it('are each refused with a clear code or read in peace, and what was there before still is', async () => {
    const good = await makeSample(5, { format: 'facturx', supplier: 'quellois' });
    const { body: before } = await test.upload(good.bytes, 'good.pdf').expect(202);

    const faults: string[] = [];
    const counts = new Map<string, number>();
    const lateBombs = new Map<number, string>();
    const files = malformedFiles(FILES, SEED)[Symbol.asyncIterator]();
    const uploadRest = async () => {
      for (let next = await files.next(); !next.done; next = await files.next()) {
        const { name, bytes, kind, mustBeRefused } = next.value;
        const { status, body } = await test.upload(bytes, name);
        const taken = status === 202 || status === 200;
        counts.set(taken ? 'taken' : body.code, (counts.get(taken ? 'taken' : body.code) ?? 0) + 1);
        if (taken && mustBeRefused) lateBombs.set(body.id as number, kind);
        if (!taken && !REFUSALS.test(body.code as string)) faults.push(`${kind}: ${status} ${body.code}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, uploadRest));

    for (const [id, kind] of lateBombs) {
      const code = await codeOfReading(id);
      if (!/^document\.(bomb|broken|timeout)$/.test(code)) faults.push(`${kind}: taken, and read with ${code}`);
    }
    expect(faults).toEqual([]);
    expect(lateBombs.size).toBeLessThan(5);
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBe(FILES);
    expect(counts.size).toBeGreaterThan(6);
    await test.nobody.get('/api/health').expect(200);
    expect((await test.upload(good.bytes, 'good.pdf').expect(200)).body.id).toBe(before.id);
    await test.admin.get(`/api/invoices/${before.id}/pages/1/image`).expect(200);
  }, 600_000);
});
