import { SandyError, type ReadInvoice } from '../../domain/index.js';
import { assemble } from './assemble.js';
import { readCii } from './cii.js';
import codes from './codes.json' with { type: 'json' };
import { decodeXml } from './decode-xml.js';
import { readUbl } from './ubl.js';
import { parseXml, XML_LIMITS, type XmlElement } from './xml-element.js';

export type EInvoiceDialect = 'cii' | 'zugferd1' | 'ubl';

export interface EInvoice {
  readonly dialect: EInvoiceDialect;
  /** `minimum`, `basicwl`, `basic`, `en16931`, `extended`, `xrechnung`, `peppol`; null when the XML names none that is known. */
  readonly profile: string | null;
  readonly invoice: ReadInvoice;
}

const DIALECTS: Record<string, EInvoiceDialect> = {
  CrossIndustryInvoice: 'cii',
  CrossIndustryDocument: 'zugferd1',
  Invoice: 'ubl',
  CreditNote: 'ubl',
};

const UBL_NAMESPACE = /urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2/;

/**
 * Reads an e-invoice exactly: Factur-X and ZUGFeRD 1 and 2 (CII) of every profile, UBL 2 invoices and credit notes.
 * Every value has confidence 1 and source `xml`. Values that cannot be read are absent and named in a warning:
 * `einvoice.unreadable_value` {field, value}, `einvoice.negative_invoice` {typeCode}, `einvoice.encoding`.
 * @throws SandyError `einvoice.invalid_xml` (not well-formed, has a document type, beyond the limits) or
 * `einvoice.unknown_dialect`
 */
export function parseEInvoice(xml: Buffer): EInvoice {
  if (xml.length > 2 * XML_LIMITS.maxCharacters) throw new SandyError('einvoice.invalid_xml', { reason: 'too large' });
  const { text, faithful } = decodeXml(xml);
  const root = parseXml(text.replace(/^\uFEFF/, '').trimStart());
  const dialect = DIALECTS[root.name];
  if (!dialect || (dialect === 'ubl' && !UBL_NAMESPACE.test(text))) {
    throw new SandyError('einvoice.unknown_dialect', { root: root.name.slice(0, 100) });
  }
  const raw = dialect === 'ubl' ? readUbl(root) : readCii(root);
  return { dialect, profile: profileOf(root), invoice: assemble(raw, dialect, faithful) };
}

function profileOf(root: XmlElement): string | null {
  const guideline =
    root.text('CustomizationID') ??
    root.text(
      'ExchangedDocumentContext|SpecifiedExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID',
    ) ??
    '';
  return codes.profiles.find(([part]) => guideline.toLowerCase().includes(part!))?.[1] ?? null;
}
