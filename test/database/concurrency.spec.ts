import { IdentityService } from '../../libs/identity/index.js';
import { EngineChoice, InvoiceDesk, Judge } from '../../libs/pipeline/index.js';
import { invoiceColumns } from '../../libs/payables/index.js';
import { type Database } from '../../libs/persistence/index.js';
import { EngineRegistry } from '../../libs/ocr/index.js';
import { QualityGate } from '../../libs/quality/index.js';
import { newDocument, reading } from '../support/books.js';
import { onEveryDatabase, openBooks, type TestDatabase } from '../support/databases.js';

const ROUNDS = 10;

onEveryDatabase((create) => {
  let books: Database;
  let test: TestDatabase;
  let desk: InvoiceDesk;
  const judge = new Judge(new QualityGate(), () => new Date('2026-03-02T00:00:00Z'));

  beforeAll(async () => {
    ({ books, test } = await openBooks(create));
    desk = new InvoiceDesk(books.work, judge, new EngineChoice(new EngineRegistry([]), 'auto'), 1, () => {});
  });
  afterAll(async () => {
    await books.close();
    await test.drop();
  });

  const add = (invoiceNumber: string, sellerVatId = 'FR44732829320') =>
    books.work.run(async ({ documents, invoices }) => {
      const { invoiceId } = (await documents.addWithInvoice(newDocument(), 'auto'))!;
      const read = reading({ invoiceNumber, sellerVatId });
      await invoices.saveReading(invoiceId, read, invoiceColumns(read.fields), null);
      await invoices.setStatus(invoiceId, { status: 'in_review' });
      return invoiceId;
    });

  it('lets one of two decisions made at once stand', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await add(`BOTH-${round}`);
      const { version } = await desk.find(id);
      const outcomes = await Promise.allSettled([
        desk.accept(id, { actor: 'a', version, evenIfDuplicate: true }),
        desk.reject(id, { actor: 'b', version, reason: 'x' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { status, history } = await desk.find(id);
      expect(history.map(({ kind }) => kind)).toEqual([status]);
    }
  });

  it('shows the second of two bookings of one number the first', async () => {
    await books.work.run((stores) =>
      stores.suppliers.resolve({ key: 'siren:732829320', name: 'X', vatId: null, siren: '732829320' }, new Date()),
    );
    for (let round = 0; round < ROUNDS; round++) {
      const ids = await Promise.all([add(`ONE-${round}`), add(`ONE-${round}`)]);
      const verdicts = await Promise.all(
        ids.map((id) =>
          books.work.run(async (stores) => {
            const { content } = (await stores.invoices.find(id))!;
            const { quality, columns, supplierId } = await judge.assess(id, content!, 'text', [], stores);
            await stores.invoices.saveReading(id, { ...reading(), ...content!, quality }, columns, supplierId);
            return quality.checks.find(({ code }) => code === 'duplicate.number')!.passed;
          }),
        ),
      );
      expect(verdicts.sort()).toEqual([false, true]);
    }
  });

  it('keeps an administrator when two go at once', async () => {
    const identity = new IdentityService(books.work);
    for (let round = 0; round < 3; round++) {
      const people = await Promise.all(
        ['a', 'b'].map((name) =>
          identity.addUser({ email: `${name}${round}@test.local`, name, role: 'admin', password: 'mot de passe 1' }),
        ),
      );
      await Promise.allSettled(people.map(({ id }) => identity.changeUser(id, { role: 'auditor' })));
      const left = (await identity.listUsers()).filter(({ role, active }) => role === 'admin' && active);
      expect(left.length).toBeGreaterThanOrEqual(1);
      if (round < 2)
        await Promise.all(left.map(({ id }) => books.work.run((s) => s.users.change(id, { active: false }))));
    }
  });

  it('signs in exactly the e-mail that was given', async () => {
    const identity = new IdentityService(books.work);
    await identity.addUser({ email: 'zoe@test.local', name: 'z', role: 'auditor', password: 'mot de passe 1' });
    await expect(identity.signIn('zoé@test.local', 'mot de passe 1')).rejects.toMatchObject({
      code: 'auth.invalid_credentials',
    });
    await identity.signIn('ZOE@test.local', 'mot de passe 1');
  });
});
