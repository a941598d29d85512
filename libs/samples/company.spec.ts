import { isBic, isIban, isSiren, isSiret, isVatId, sirenOfVatId } from '../domain/index.js';
import { BUYERS, inventIban, inventSiren, inventSiret, SUPPLIERS, supplierByKey } from './company.js';
import { Random } from './random.js';

describe('invented companies', () => {
  it('are at least twelve suppliers of at least eight layouts', () => {
    expect(SUPPLIERS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(SUPPLIERS.map((supplier) => supplier.layout)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(SUPPLIERS.map((supplier) => supplier.siren)).size).toBe(SUPPLIERS.length);
  });

  it.each([...SUPPLIERS, ...BUYERS].map((company) => [company.key, company] as const))(
    '%s has a valid SIREN, a SIRET of it and the VAT id of it',
    (_, company) => {
      expect(isSiren(company.siren)).toBe(true);
      expect(isSiret(company.siret)).toBe(true);
      expect(company.siret.startsWith(company.siren)).toBe(true);
      if (company.vatId !== null) {
        expect(isVatId(company.vatId)).toBe(true);
        expect(sirenOfVatId(company.vatId)).toBe(company.siren);
      }
    },
  );

  it.each(SUPPLIERS.map((supplier) => [supplier.key, supplier.account] as const))(
    '%s has a valid bank account',
    (_, account) => {
      expect(isIban(account.iban)).toBe(true);
      expect(account.iban).toMatch(/^FR\d{25}$/);
      expect(isBic(account.bic)).toBe(true);
    },
  );

  it('get valid numbers from any seed', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = new Random(seed);
      const siren = inventSiren(random);
      expect(isSiren(siren)).toBe(true);
      expect(isSiret(inventSiret(siren, random))).toBe(true);
      const iban = inventIban(random);
      expect(isIban(iban)).toBe(true);
      const [bank, branch, account, key] = [iban.slice(4, 9), iban.slice(9, 14), iban.slice(14, 25), iban.slice(25)];
      expect((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account) + Number(key)) % 97).toBe(0);
    }
  });

  it('refuse an unknown key', () => {
    expect(() => supplierByKey('nobody')).toThrow(RangeError);
  });
});
