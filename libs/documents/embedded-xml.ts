import { type Attachment } from './native/protocol.js';
import { isInvoiceRoot, xmlRoot } from './xml-root.js';
import names from './e-invoice-names.json' with { type: 'json' };

/** The attached e-invoice: one under a known name first, else any whose root element is that of a CII or UBL invoice. */
export function chooseInvoiceXml(attachments: readonly Attachment[]): { name: string; content: Buffer } | null {
  const rank = ({ name }: Attachment): number => {
    const known = names.indexOf(name.toLowerCase());
    return known < 0 ? names.length : known;
  };
  const candidates = attachments
    .filter((attachment) => !isOrder(attachment.name) && isInvoiceRoot(xmlRoot(attachment.content)))
    .sort((a, b) => rank(a) - rank(b));
  const [chosen] =
    candidates.length > 0 ? candidates : attachments.filter((attachment) => rank(attachment) < names.length);
  if (!chosen) return null;
  const { buffer, byteOffset, byteLength } = chosen.content;
  return { name: chosen.name, content: Buffer.from(buffer, byteOffset, byteLength) };
}

const isOrder = (name: string): boolean => /^order-?x\.xml$/i.test(name);
