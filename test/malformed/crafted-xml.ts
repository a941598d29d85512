import { type Random } from '../../libs/samples/index.js';

const CII_ROOT = 'rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"';
const UBL_ROOT = 'Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"';

function invoiceWith(prologue: string, inside: string, random: Random): string {
  const root = random.pick([CII_ROOT, UBL_ROOT]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${prologue}<${root}>${inside}</${root.split(' ')[0]}>\n`;
}

/** Ten entities, each ten of the one before: a few hundred bytes that mean ten thousand million. */
export function entityBomb(random: Random): Buffer {
  const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index + 1} "${`&b${index};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE lolz [<!ENTITY b0 "${random.digits(10)}">${entities.join('')}]>\n`;
  return Buffer.from(invoiceWith(doctype, '<ID>&b9;</ID>', random));
}

/** One long entity, named many times. */
export function quadraticBomb(random: Random): Buffer {
  const doctype = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>\n`;
  return Buffer.from(invoiceWith(doctype, `<ID>${'&a;'.repeat(20_000)}</ID>`, random));
}

/** Entities that point outside: a file, a host, a document type from elsewhere. */
export function externalEntity(random: Random): Buffer {
  const doctype = random.pick([
    '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>\n',
    '<!DOCTYPE x [<!ENTITY xxe SYSTEM "http://127.0.0.1:1/x">]>\n',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p; <!ENTITY xxe "x">]>\n',
    '<!DOCTYPE x PUBLIC "-//X//X" "http://127.0.0.1:1/x.dtd" [<!ENTITY xxe SYSTEM "../../../../etc/passwd">]>\n',
  ]);
  return Buffer.from(invoiceWith(doctype, '<ID>&xxe;</ID>', random));
}

export const deepXml = (random: Random): Buffer =>
  Buffer.from(invoiceWith('', '<a>'.repeat(50_000) + '</a>'.repeat(50_000), random));

/** Well-formed, but no invoice. */
export const foreignXml = (random: Random): Buffer =>
  Buffer.from(
    random.pick([
      '<?xml version="1.0"?><rss version="2.0"><channel><title>Actualités</title></channel></rss>',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Facture</p></body></html>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<?xml version="1.0"?><CrossIndustryInvoice/>',
      '<?xml version="1.0"?><Invoice xmlns="urn:example:other"><ID>1</ID></Invoice>',
    ]),
  );

/** Not well-formed in ways that lenient parsers let pass. */
export const brokenXml = (random: Random): Buffer =>
  Buffer.from(
    random.pick([
      invoiceWith('', '<ID>1</Id>', random),
      invoiceWith('', '<ID>1', random),
      invoiceWith('', '<ID a=1>1</ID>', random),
      invoiceWith('', '<ID>1 & 2 < 3</ID>', random),
      `${invoiceWith('', '<ID>1</ID>', random)}<Invoice/>`,
      `<?xml version="1.0"?><${CII_ROOT}`,
    ]),
  );

/** Bytes in UTF-16, announced or not, with halves of surrogate pairs and control characters among them. */
export function utf16Junk(random: Random): Buffer {
  const units = Uint16Array.from({ length: random.int(50, 4000) }, () =>
    random.chance(0.3) ? random.int(0xd800, 0xdfff) : random.int(0, 0xffff),
  );
  const mark = random.pick([Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.alloc(0)]);
  const opening = random.chance(0.5)
    ? Buffer.from('<?xml version="1.0" encoding="UTF-16"?><Invoice>', 'utf16le')
    : Buffer.alloc(0);
  return Buffer.concat([mark, opening, Buffer.from(units.buffer)]);
}
