import {
  frenchVatKey,
  isBic,
  isIban,
  isIbanForm,
  isSiren,
  isSiret,
  isVatId,
  isVatIdForm,
  sirenOfVatId,
} from './index.js';

describe('identifiers', () => {
  it('know a SIREN by Luhn, however it is spaced', () => {
    expect(['732829320', '732 829 320', '404.833.048'].map(isSiren)).toEqual([true, true, true]);
    expect(['732829321', '73282932', '7328293200', '000000000', 'ABCDEFGHI'].map(isSiren)).toEqual(
      Array(5).fill(false),
    );
  });

  it('know a SIRET by Luhn over all of it and over its SIREN', () => {
    expect(isSiret('732 829 320 00074')).toBe(true);
    expect(isSiret('73282932000075')).toBe(false);
    expect(isSiret('73282932100074')).toBe(false);
  });

  it('know the exception of La Poste: digits that sum to a multiple of 5', () => {
    expect(isSiret('35600000000048')).toBe(true);
    expect(isSiret('35600000012340')).toBe(false);
    expect(isSiret('35600000012341')).toBe(true);
    expect(isSiret('35600000012301')).toBe(false);
  });

  it('compute the key of a French VAT number', () => {
    expect(frenchVatKey('732829320')).toBe('44');
    expect(frenchVatKey('404833048')).toBe('83');
  });

  it('hold a French VAT number against its key, and take letters in the key and Monaco as they are', () => {
    expect(isVatId('FR 44 732 829 320')).toBe(true);
    expect(isVatId('FR45732829320')).toBe(false);
    expect(isVatId('FR44732829321')).toBe(false);
    expect(isVatId('FRK7399859412')).toBe(true);
    expect(isVatId('FRO7399859412')).toBe(false);
    expect(isVatId('FR61000012345')).toBe(true);
    expect(sirenOfVatId('FR44732829320')).toBe('732829320');
    expect(sirenOfVatId('FR61000012345')).toBeNull();
  });

  it('know the forms of other countries', () => {
    expect(
      ['DE136695976', 'NL810433941B01', 'ESB12345678', 'ATU12345678', 'CHE-123.456.789 MWST'].map(isVatIdForm),
    ).toEqual(Array(5).fill(true));
    expect(['DE12345', 'NL810433941', 'XX123456789', ''].map(isVatIdForm)).toEqual(Array(4).fill(false));
  });

  it('know an IBAN by country, length and mod 97', () => {
    expect(isIban('FR14 2004 1010 0505 0001 3M02 606')).toBe(true);
    expect(isIban('DE89370400440532013000')).toBe(true);
    expect(isIban('FR14 2004 1010 0505 0001 3M02 607')).toBe(false);
    expect(isIbanForm('FR14 2004 1010 0505 0001 3M02 607')).toBe(true);
    expect(isIbanForm('FR14 2004 1010')).toBe(false);
  });

  it('know a BIC', () => {
    expect(['BREDFRPP', 'BNPAFRPPXXX', 'INGBNL2A'].map(isBic)).toEqual([true, true, true]);
    expect(['BIC_MONCOMPTE', 'BREDFRP', 'FACTURES'].map(isBic)).toEqual([false, false, false]);
  });
});
