import { normalise, valueKindOf } from './normalise';

const value = (...args: Parameters<typeof normalise>) => {
  const result = normalise(...args);
  return result.ok ? result.value : 'refused';
};

describe('what is typed or taken from the page', () => {
  it('becomes what the API keeps', () => {
    expect(value('date', '3 avril 2026')).toBe('2026-04-03');
    expect(value('amount', '1 234,56 €')).toBe('1234.56');
    expect(value('quantity', '0,125')).toBe('0.125');
    expect(value('rate', '5,5 %')).toBe('5.50');
    expect(value('currency', '€')).toBe('EUR');
    expect(value('currency', 'chf')).toBe('CHF');
    expect(value('compact', 'FR76 3000 6000 0112 3456 7890 189')).toBe('FR7630006000011234567890189');
    expect(value('identifier', ': F-2026 / 001 ')).toBe('F-2026 / 001');
    expect(value('text', '  12 rue \u00a0 Haute ')).toBe('12 rue Haute');
  });

  it('is no value when empty', () => {
    for (const kind of ['date', 'amount', 'text'] as const) expect(value(kind, '  ')).toBeNull();
  });

  it('is refused when it cannot be one', () => {
    expect(value('date', 'Facture')).toBe('refused');
    expect(value('amount', 'douze')).toBe('refused');
    expect(value('currency', 'euros')).toBe('refused');
    expect(value('rate', '-20')).toBe('refused');
    expect(value('documentType', 'devis')).toBe('refused');
  });

  it('keeps bank and VAT numbers without spaces', () => {
    expect(valueKindOf('iban')).toBe('compact');
    expect(valueKindOf('invoiceNumber')).toBe('identifier');
    expect(valueKindOf('sellerName')).toBe('text');
    expect(valueKindOf('dueDate')).toBe('date');
  });
});
