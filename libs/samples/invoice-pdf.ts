import { AFRelationship, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { Canvas } from './canvas.js';
import { fullName } from './company.js';
import { type SampleInvoice } from './invoice-model.js';
import { layoutById } from './layouts/index.js';
import { Printout } from './printout.js';
import { epcText, qrCode } from './qr-code.js';

export interface DrawOptions {
  readonly layout: string;
  /** Print a payment code where the layout has room for one. */
  readonly qr: boolean;
  /** An e-invoice to embed as `factur-x.xml`, or null. */
  readonly facturX: Buffer | null;
}

export interface DrawnInvoice {
  readonly pdf: Buffer;
  readonly pageCount: number;
  /** Knows what the page shows. */
  readonly printout: Printout;
}

/** XMP as Factur-X 1.0 wants it: which file is the e-invoice, and its profile. It does not claim PDF/A. */
function facturXMetadata(title: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</rdf:li></rdf:Alt></dc:title>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
      <fx:DocumentType>INVOICE</fx:DocumentType>
      <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
      <fx:Version>1.0</fx:Version>
      <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

async function embed(canvas: Canvas, xml: Buffer, title: string, instant: Date): Promise<void> {
  const { pdf } = canvas;
  await pdf.attach(xml, 'factur-x.xml', {
    mimeType: 'text/xml',
    description: 'Factur-X',
    creationDate: instant,
    modificationDate: instant,
    afRelationship: AFRelationship.Alternative,
  });
  const metadata = Buffer.from(facturXMetadata(title), 'utf8');
  const stream = pdf.context.stream(metadata, { Type: 'Metadata', Subtype: 'XML', Length: metadata.length });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}

/** Draws the invoice as a PDF whose bytes depend on nothing but the arguments. */
export async function drawInvoice(invoice: SampleInvoice, options: DrawOptions): Promise<DrawnInvoice> {
  const { supplier } = invoice;
  const canvas = await Canvas.create(supplier.font);
  const printout = new Printout(invoice);
  const payable = invoice.kind === 'invoice' && invoice.paymentMethod === 'transfer';
  const qr = options.qr && payable ? await qrCode(epcText(invoice)) : null;
  layoutById(options.layout).draw(canvas, printout, { qr });

  const instant = new Date(`${invoice.issueDate}T09:00:00Z`);
  const title = `${printout.label(invoice.kind)} ${invoice.number}`;
  canvas.pdf.setTitle(title);
  canvas.pdf.setAuthor(fullName(supplier));
  canvas.pdf.setCreationDate(instant);
  canvas.pdf.setModificationDate(instant);
  if (options.facturX) await embed(canvas, options.facturX, title, instant);
  const id = PDFHexString.of(
    Buffer.from(`${supplier.siren}${invoice.number}`.padEnd(16, '0').slice(0, 16)).toString('hex'),
  );
  canvas.pdf.context.trailerInfo.ID = canvas.pdf.context.obj([id, id]);
  return { pdf: Buffer.from(await canvas.pdf.save()), pageCount: canvas.pageCount, printout };
}

/** A PDF as a scanner makes it: one JPEG a page and no text. */
export async function pdfOfPictures(jpegs: readonly Uint8Array[], dpi: number): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const jpeg of jpegs) {
    const image = await pdf.embedJpg(jpeg);
    const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return Buffer.from(await pdf.save());
}
