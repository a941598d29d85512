export interface XmlRoot {
  readonly localName: string;
  readonly namespace: string | null;
}

const INVOICE_ROOTS: readonly { readonly localName: string; readonly namespace: RegExp }[] = [
  { localName: 'CrossIndustryInvoice', namespace: /^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:/ },
  { localName: 'CrossIndustryDocument', namespace: /^urn:ferd:CrossIndustryDocument:invoice:/ },
  { localName: 'Invoice', namespace: /^urn:oasis:names:specification:ubl:schema:xsd:Invoice-2$/ },
  { localName: 'CreditNote', namespace: /^urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2$/ },
];

/** How far into a file its root element is looked for. */
const HEAD_BYTES = 64 * 1024;
const BLANK_OR_MARKUP = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>)/;
const START_TAG = /^<(?:([\w.-]+):)?([A-Za-z_][\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/;

/**
 * The first element of an XML file, null when the bytes do not begin like one. Not a parser: says what a file claims to be,
 * not that it is well-formed.
 */
export function xmlRoot(bytes: Uint8Array): XmlRoot | null {
  let rest = textOf(bytes.subarray(0, HEAD_BYTES));
  for (let markup = BLANK_OR_MARKUP.exec(rest); markup; markup = BLANK_OR_MARKUP.exec(rest)) {
    rest = rest.slice(markup[0].length);
  }
  const tag = START_TAG.exec(rest);
  if (!tag) return null;
  const [, prefix, localName, attributes] = tag;
  const declaration = new RegExp(
    `\\sxmlns${prefix ? `:${prefix.replace(/[.]/g, '\\.')}` : ''}\\s*=\\s*["']([^"']*)["']`,
  );
  return { localName: localName!, namespace: declaration.exec(attributes!)?.[1] ?? null };
}

export const isInvoiceRoot = (root: XmlRoot | null): boolean =>
  root !== null &&
  INVOICE_ROOTS.some(
    ({ localName, namespace }) =>
      root.localName === localName && root.namespace !== null && namespace.test(root.namespace),
  );

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
