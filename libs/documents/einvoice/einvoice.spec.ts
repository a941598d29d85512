import { type SandyError } from '../../domain/index.js';
import { parseEInvoice } from './einvoice.js';

const invoice = (name = 'Société', prolog = ''): string =>
  `${prolog}<x:CrossIndustryInvoice xmlns:x="urn:x"><x:ExchangedDocument><x:ID>F1</x:ID></x:ExchangedDocument>
   <x:SupplyChainTradeTransaction><x:ApplicableHeaderTradeAgreement><x:SellerTradeParty><x:Name>${name}</x:Name></x:SellerTradeParty>
   </x:ApplicableHeaderTradeAgreement></x:SupplyChainTradeTransaction></x:CrossIndustryInvoice>`;

const seller = (xml: Buffer): string | null => parseEInvoice(xml).invoice.fields.sellerName.value;

function failure(xml: string | Buffer): SandyError {
  try {
    parseEInvoice(Buffer.from(xml));
  } catch (error) {
    return error as SandyError;
  }
  throw new Error('was read');
}

describe('encodings', () => {
  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n`;

  it('reads UTF-8 with and without byte order mark', () => {
    expect(seller(Buffer.from(invoice()))).toBe('Société');
    expect(seller(Buffer.from(`\uFEFF${invoice('Société', declared('UTF-8'))}`))).toBe('Société');
  });

  it('reads UTF-16 of both byte orders', () => {
    const little = Buffer.from(`\uFEFF${invoice('Société', declared('UTF-16'))}`, 'utf16le');
    expect(seller(little)).toBe('Société');
    expect(seller(Buffer.from(little).swap16())).toBe('Société');
    expect(seller(Buffer.from(invoice('Société'), 'utf16le'))).toBe('Société');
  });

  it('reads ISO-8859-1 where it is declared', () => {
    const { invoice: read } = parseEInvoice(Buffer.from(invoice('Société', declared('ISO-8859-1')), 'latin1'));
    expect(read.fields.sellerName.value).toBe('Société');
    expect(read.warnings).toEqual([]);
  });

  it('believes the bytes where the declaration is wrong, and warns where they are not what is claimed', () => {
    expect(seller(Buffer.from(invoice('Société', declared('ISO-8859-1'))))).toBe('Société');
    const { invoice: read } = parseEInvoice(Buffer.from(invoice('Société', declared('UTF-8')), 'latin1'));
    expect(read.fields.sellerName.value).toBe('Société');
    expect(read.warnings).toEqual([{ code: 'einvoice.encoding', params: {} }]);
  });

  it('resolves the entities of XML, character references and CDATA', () => {
    expect(seller(Buffer.from(invoice('A &amp; B &#233;&#xE8; &lt;')))).toBe('A & B éè <');
    expect(seller(Buffer.from(invoice('<![CDATA[A &amp; B]]>')))).toBe('A &amp; B');
  });
});

describe('unsafe or broken XML is refused', () => {
  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">', 'x'],
    ['any document type', '<!doctype a>', 'x'],
    ['an entity that nobody defined', '', '&nbsp;'],
    ['a bare ampersand', '', 'A & B'],
    ['a forbidden character', '', '&#0;'],
    ['a reserved name', '', '<__proto__>1</__proto__>'],
  ])('%s', (_, prolog, name) => {
    expect(failure(invoice(name, prolog)).code).toBe('einvoice.invalid_xml');
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['cut off', invoice().slice(0, -40)],
    ['crossed tags', '<CrossIndustryInvoice><a><b></a></b></CrossIndustryInvoice>'],
    ['two roots', invoice() + invoice()],
    ['deep nesting', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
    ['nesting never closed', '<a>'.repeat(100_000)],
    ['too many tags', `<a>${'<b/>'.repeat(500_000)}</a>`],
    ['too much', `<a>${' '.repeat(33 * 1024 * 1024)}</a>`],
    ['random bytes', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3c])],
  ])('%s', (_, xml) => {
    const error = failure(xml);
    expect(error.code).toBe('einvoice.invalid_xml');
    expect(String(error.params.reason).length).toBeLessThanOrEqual(200);
  });

  it('knows only CII and UBL', () => {
    expect(failure('<html><body/></html>').code).toBe('einvoice.unknown_dialect');
    expect(failure('<Invoice><ID>1</ID></Invoice>').code).toBe('einvoice.unknown_dialect');
    expect(failure('<toString/>').code).toBe('einvoice.unknown_dialect');
  });
});
