import { invoiceColumns } from '../../libs/payables/index.js';
import { type Database, type Stores } from '../../libs/persistence/index.js';
import { newDocument, reading } from '../support/books.js';
import { onEveryDatabase, openBooks, type TestDatabase } from '../support/databases.js';

onEveryDatabase((create) => {
  let books: Database;
  let test: TestDatabase;
  beforeAll(async () => ({ books, test } = await openBooks(create)));
  afterAll(async () => {
    await books.close();
    await test.drop();
  });

  const addRead = async (stores: Stores, name: string, changes = {}) => {
    const added = await stores.documents.addWithInvoice(newDocument({ originalName: name, ...changes }), 'auto');
    if (!added) throw new Error('duplicate');
    const result = reading({ invoiceNumber: name });
    await stores.invoices.saveReading(added.invoiceId, result, invoiceColumns(result.fields), null);
    await stores.jobs.add({ kind: 'read', subjectId: added.invoiceId, maxAttempts: 3 }, new Date());
    return added.invoiceId;
  };

  it('keeps all of a transaction or nothing, with 20 writers at once of which every third fails at the end', async () => {
    const sha256 = 'f'.repeat(64);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        books.work.run(async (stores) => {
          const id = await addRead(stores, `writer-${i}`);
          if (i % 3 === 0) throw new Error('changed my mind');
          if (i % 7 === 1) await addRead(stores, `twice-${i}`, { sha256 });
          return id;
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome, i) => (outcome.status === 'fulfilled' ? [`writer-${i}`] : []));
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected').length;
    expect(failed).toBeGreaterThanOrEqual(7);

    const { data } = await books.work.read((s) => s.invoices.page({ page: 1, perPage: 100, sort: 'id', order: 'ASC' }));
    const written = data.filter((invoice) => invoice.invoiceNumber!.startsWith('writer-'));
    expect(written.map((invoice) => invoice.invoiceNumber).sort()).toEqual([...kept].sort());
    expect(data.filter((invoice) => invoice.invoiceNumber!.startsWith('twice-'))).toHaveLength(1);
    for (const invoice of data) {
      const detail = await books.work.read((s) => s.invoices.find(invoice.id));
      expect(detail!.content!.lines).toHaveLength(1);
      expect(detail!.content!.vatBreakdown).toHaveLength(1);
    }
    expect((await books.work.read((s) => s.jobs.state())).queued).toBe(data.length);
  });

  it('shows nothing of a transaction that is not finished', async () => {
    let readInside: Promise<number>;
    const count = () =>
      books.work.read(async (s) => (await s.invoices.page({ page: 1, perPage: 1, sort: 'id', order: 'ASC' })).total);
    const before = await count();
    await books.work
      .run(async (stores) => {
        await addRead(stores, 'unseen');
        readInside = count();
        expect(await readInside).toBe(before);
        throw new Error('roll back');
      })
      .catch((error: Error) => expect(error.message).toBe('roll back'));
    expect(await count()).toBe(before);
  });

  it('gives back what was put in: money, fractions of units, instants to the millisecond, accents', async () => {
    const result = reading(
      { invoiceNumber: 'Été-42', totalWithVat: '1234567.89' },
      {
        lines: [
          {
            description: 'Crème brûlée — œuf, 10 €',
            quantity: '0.333333',
            unitPrice: '12.3456',
            netAmount: '-4.12',
            vatRate: '5.50',
            confidence: 0.5,
            evidence: [{ page: 1, box: [0, 0, 1, 1] }],
          },
        ],
      },
    );
    const id = await books.work.run(async (stores) => {
      const added = await stores.documents.addWithInvoice(newDocument(), 'auto');
      await stores.invoices.saveReading(added!.invoiceId, result, invoiceColumns(result.fields), null);
      return added!.invoiceId;
    });
    const found = (await books.work.read((s) => s.invoices.find(id)))!;
    expect(found).toMatchObject({ invoiceNumber: 'Été-42', totalWithVat: 123456789, issueDate: '2026-02-28' });
    expect(found.receivedAt.toISOString()).toBe('2026-03-01T10:00:00.123Z');
    expect(found.content!.lines).toEqual(result.lines);
    expect(found.content!.fields).toEqual(result.fields);
    expect((await books.work.read((s) => s.invoices.ocrPage(id, 1)))!.words[0]!.text).toBe('Facture');
  });

  it('answers null for bytes that are there already', async () => {
    const document = newDocument();
    const first = await books.work.run((s) => s.documents.addWithInvoice(document, 'auto'));
    expect(await books.work.run((s) => s.documents.addWithInvoice(document, 'auto'))).toBeNull();
    expect(await books.work.read((s) => s.documents.findBySha256(document.sha256))).toEqual(first);
  });

  it('refuses an edit made on an older version', async () => {
    const id = await books.work.run((stores) => addRead(stores, 'edited'));
    const { version } = (await books.work.read((s) => s.invoices.find(id)))!;
    const content = reading({ invoiceNumber: 'edited-2' });
    const save = () =>
      books.work.run((s) => s.invoices.saveContent(id, version, content, invoiceColumns(content.fields), null));
    expect(await save()).toBe(true);
    expect(await save()).toBe(false);
    expect((await books.work.read((s) => s.invoices.find(id)))!.invoiceNumber).toBe('edited-2');
  });

  it('makes one supplier of two readings at once', async () => {
    const identity = { key: 'vat:FR44732829320', name: 'Même', vatId: 'FR44732829320', siren: '732829320' };
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => books.work.run((s) => s.suppliers.resolve(identity, new Date()))),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('finds and counts invoices by state, supplier, words and dates', async () => {
    const identity = { key: 'siren:404833048', name: 'Papeterie Ünique', vatId: null, siren: '404833048' };
    const id = await books.work.run(async (stores) => {
      const added = await stores.documents.addWithInvoice(newDocument({ originalName: 'scan_07.pdf' }), 'auto');
      const result = reading({ invoiceNumber: 'Q-100%', issueDate: '2031-05-05', sellerName: 'Papeterie Ünique' });
      const supplierId = await stores.suppliers.resolve(identity, new Date());
      await stores.invoices.saveReading(added!.invoiceId, result, invoiceColumns(result.fields), supplierId);
      await stores.invoices.setStatus(added!.invoiceId, { status: 'in_review' });
      return added!.invoiceId;
    });
    const ids = (query: object) =>
      books.work.read(async (s) =>
        (await s.invoices.page({ page: 1, perPage: 100, sort: 'issueDate', order: 'DESC', ...query })).data.map(
          (invoice) => invoice.id,
        ),
      );
    expect(await ids({ statuses: ['in_review'] })).toEqual([id]);
    expect(await ids({ q: 'scan 07' })).toEqual([]);
    expect(await ids({ q: 'Q-100' })).toEqual([id]);
    expect(await ids({ from: '2031-01-01', to: '2031-12-31' })).toEqual([id]);
    expect((await ids({}))[0]).toBe(id);
    const key = await books.work.read((s) => s.invoices.findSameNumber(identity.key, 'Q100', -1));
    expect(key).toBe(id);
    expect((await books.work.read((s) => s.invoices.countByStatus())).in_review).toBe(1);
  });

  it('finds waiting invoices that no job will take', async () => {
    const id = await books.work.run(async (s) => (await s.documents.addWithInvoice(newDocument(), 'auto'))!.invoiceId);
    expect(await books.work.read((s) => s.invoices.findOrphans(100))).toContain(id);
    await books.work.run((s) => s.jobs.add({ kind: 'read', subjectId: id, maxAttempts: 1 }, new Date()));
    expect(await books.work.read((s) => s.invoices.findOrphans(100))).not.toContain(id);
  });
});
