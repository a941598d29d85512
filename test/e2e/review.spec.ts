import { makeSample } from '../../libs/samples/index.js';
import { startApp, type InvoiceBody, type TestApp } from '../support/app.js';

describe('an invoice in review', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  let made = 100;
  const inReview = async (number: string): Promise<InvoiceBody> => {
    const sample = await makeSample(made++, {
      format: 'facturx',
      supplier: 'ombrival',
      issueDate: '2026-05-04',
      number,
      mismatch: true,
    });
    const invoice = await test.read(sample.bytes, `${number}.pdf`);
    expect(invoice.status).toBe('in_review');
    return invoice;
  };
  const patch = (id: number, body: object) => test.admin.patch(`/api/invoices/${id}`).send(body);
  const post = (id: number, act: string, body: object = {}) => test.admin.post(`/api/invoices/${id}/${act}`).send(body);

  it('takes corrections, checks again and keeps who changed what', async () => {
    const invoice = await inReview('R-1');
    const fields = { invoiceNumber: 'R-1-corrigé', dueDate: '2026-06-30', bic: null };
    const { body } = await patch(invoice.id, { version: invoice.version, fields }).expect(200);
    expect(body).toMatchObject({ invoiceNumber: 'R-1-corrigé', dueDate: '2026-06-30', version: invoice.version + 1 });
    expect(body.fields.invoiceNumber).toMatchObject({ source: 'person', confidence: 1 });
    const edited = body.history.at(-1);
    expect(edited).toMatchObject({ kind: 'edited', actor: 'admin@test.local' });
    expect(edited.data.changes).toContainEqual({
      field: 'invoiceNumber',
      before: invoice.fields.invoiceNumber.value,
      after: 'R-1-corrigé',
    });
  });

  it('does not let one person overwrite another', async () => {
    const invoice = await inReview('R-2');
    await patch(invoice.id, { version: invoice.version, fields: { orderReference: 'A' } }).expect(200);
    const late = await patch(invoice.id, { version: invoice.version, fields: { orderReference: 'B' } }).expect(409);
    expect(late.body.code).toBe('invoice.version_conflict');
    expect((await test.admin.get(`/api/invoices/${invoice.id}`)).body.fields.orderReference.value).toBe('A');
  });

  it('replaces lines and VAT rows, and notices when they do not add up', async () => {
    const invoice = await inReview('R-3');
    const lines = [
      { description: 'Forfait', quantity: '2', unitPrice: '10.005', netAmount: '20.01', vatRate: '20.00' },
    ];
    const vatBreakdown = [{ rate: '20.00', base: '20.01', amount: '4.00' }];
    const fields = { totalWithoutVat: '20.01', totalVat: '4.00', totalWithVat: '24.02', amountDue: '24.02' };
    const { body } = await patch(invoice.id, { lines, vatBreakdown, fields }).expect(200);
    expect(body.lines).toMatchObject(lines);
    expect(body.vatBreakdown).toEqual(vatBreakdown);
    const failed = (checked: InvoiceBody) =>
      checked.quality.checks
        .filter((check: { passed: boolean }) => check.passed === false)
        .map((check: { code: string }) => check.code);
    expect(failed(body)).toContain('totals.add_up');
    const mended = await patch(invoice.id, { fields: { totalWithVat: '24.01', amountDue: '24.01' } }).expect(200);
    expect(failed(mended.body)).not.toContain('totals.add_up');
  });

  it('refuses values that are none', async () => {
    const invoice = await inReview('R-4');
    const faults: [object, string][] = [
      [{ fields: { issueDate: '31/02/2026' } }, 'value.not_date'],
      [{ fields: { issueDate: '2026-02-31' } }, 'value.not_date'],
      [{ fields: { totalWithVat: '12,50' } }, 'value.not_decimal'],
      [{ fields: { documentType: 'memo' } }, 'request.invalid'],
      [{ fields: { password: 'x' } }, 'request.invalid'],
      [{ fields: { sellerName: 12 } }, 'request.invalid'],
      [{ lines: [{ quantity: 'deux' }] }, 'request.invalid'],
      [{ status: 'accepted' }, 'request.invalid'],
      [{}, 'request.invalid'],
      [{ lines: null }, 'request.invalid'],
      [{ lines: [{ netAmount: '1.00', evidence: [{ page: 1, box: [0.1] }] }] }, 'request.invalid'],
      [{ lines: [{ netAmount: '1.005' }] }, 'value.not_decimal'],
    ];
    for (const [body, code] of faults) {
      const answer = await patch(invoice.id, body);
      expect([body, answer.status, answer.body.code]).toEqual([body, 400, code]);
    }
  });

  it('is accepted when complete, and can be taken back', async () => {
    const invoice = await inReview('R-5');
    await patch(invoice.id, { fields: { invoiceNumber: null } }).expect(200);
    const incomplete = await post(invoice.id, 'accept').expect(422);
    expect(incomplete.body).toMatchObject({ code: 'invoice.incomplete', params: { fields: 'invoiceNumber' } });
    await patch(invoice.id, { fields: { invoiceNumber: 'R-5' } }).expect(200);
    const accepted = await post(invoice.id, 'accept').expect(200);
    expect(accepted.body).toMatchObject({ status: 'accepted', decidedBy: 'admin@test.local' });
    expect((await post(invoice.id, 'accept').expect(409)).body.code).toBe('invoice.wrong_status');
    expect((await patch(invoice.id, { fields: { bic: null } }).expect(409)).body.code).toBe('invoice.wrong_status');
    const reopened = await post(invoice.id, 'reopen').expect(200);
    expect(reopened.body).toMatchObject({ status: 'in_review', decidedBy: null });
  });

  it('is rejected with a reason', async () => {
    const invoice = await inReview('R-6');
    expect((await post(invoice.id, 'reject', {}).expect(400)).body.code).toBe('request.invalid');
    const { body } = await post(invoice.id, 'reject', { reason: 'Pas pour nous' }).expect(200);
    expect(body.status).toBe('rejected');
    expect(body.history.at(-1).data).toEqual({ reason: 'Pas pour nous' });
  });

  it('warns of a number that the supplier used before, and books it twice only when told to', async () => {
    const first = await inReview('R-7');
    const second = await inReview('R-8');
    const number = { fields: { invoiceNumber: 'DOUBLE 7' } };
    await patch(first.id, number).expect(200);
    await post(first.id, 'accept').expect(200);
    const { body } = await patch(second.id, { fields: { invoiceNumber: 'double-7' } }).expect(200);
    const check = body.quality.checks.find(({ code }: { code: string }) => code === 'duplicate.number');
    expect(check).toMatchObject({ passed: false, params: { invoiceId: first.id } });
    const refused = await post(second.id, 'accept').expect(409);
    expect(refused.body).toMatchObject({ code: 'invoice.duplicate_number', params: { invoice: first.id } });
    await post(second.id, 'accept', { evenIfDuplicate: true }).expect(200);
  });

  it('is read again by another engine without losing what a person set', async () => {
    const invoice = await inReview('R-9');
    const line = { description: 'Ma ligne', quantity: '1', unitPrice: '1.00', netAmount: '1.00', vatRate: '20.00' };
    await patch(invoice.id, { fields: { orderReference: 'PAR MOI' }, lines: [line] }).expect(200);
    expect((await post(invoice.id, 'reprocess', { engine: 'magic' }).expect(400)).body.code).toBe('engine.unknown');
    await post(invoice.id, 'reprocess', { engine: 'text' }).expect(202);
    let again: InvoiceBody;
    do again = (await test.admin.get(`/api/invoices/${invoice.id}`)).body;
    while (['queued', 'processing'].includes(again.status));
    expect(again.engine).toBe('text');
    expect(again.fields.orderReference).toMatchObject({ value: 'PAR MOI', source: 'person' });
    expect(again.lines).toMatchObject([line]);
    expect(again.status).toBe('in_review');
  });

  it('that cannot be read again stays with the person', async () => {
    const sample = await makeSample(190, {
      format: 'webp',
      supplier: 'ombrival',
      flaw: 'wrongTotal',
      issueDate: '2026-05-04',
    });
    const invoice = await test.read(sample.bytes, 'scan.webp');
    expect(invoice.status).toBe('in_review');
    await post(invoice.id, 'reprocess', { engine: 'text' }).expect(202);
    let again: InvoiceBody;
    do again = (await test.admin.get(`/api/invoices/${invoice.id}`)).body;
    while (['queued', 'processing'].includes(again.status));
    expect(again).toMatchObject({ status: 'in_review', failure: { code: 'engine.no_text_layer' } });
    await patch(invoice.id, { fields: { orderReference: 'X' } }).expect(200);
    await post(invoice.id, 'reject', { reason: 'Montant faux' }).expect(200);
  }, 60_000);

  it('is found by state, words, dates and supplier, page by page', async () => {
    const list = async (query: object) => (await test.admin.get('/api/invoices').query(query).expect(200)).body;
    const all = await list({});
    expect((await list({ perPage: 2, page: 2, sort: 'id', order: 'asc' })).data).toHaveLength(2);
    expect((await list({ q: 'DOUBLE' })).total).toBe(2);
    expect((await list({ status: 'rejected,accepted' })).total).toBe(
      (await list({ status: ['accepted', 'rejected'] })).total,
    );
    expect((await list({ from: '2026-05-05' })).total).toBe(0);
    const { body: suppliers } = await test.admin.get('/api/suppliers').expect(200);
    expect((await list({ supplierId: suppliers.data[0].id })).total).toBe(all.total);
    const { body: counts } = await test.admin.get('/api/invoices/counts').expect(200);
    expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count)).toBe(all.total);
  });
});
