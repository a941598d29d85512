import { createHash } from 'node:crypto';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { type Random } from '../../libs/samples/index.js';

/** Text of one PDF object, or a stream with its dictionary entries. */
type PdfObject = string | { readonly entries: string; readonly stream: Buffer };

/** Writes objects 1 … n as a PDF with a right cross-reference table. Object 1 is the catalogue. */
export function pdfOf(objects: readonly PdfObject[], trailerEntries = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = (parts[0] as Buffer).length;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object, 'latin1'));
    else {
      add(Buffer.from(`<< ${object.entries} /Length ${object.stream.length} >>\nstream\n`, 'latin1'));
      add(object.stream);
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailerEntries} >>\n`,
      'latin1',
    ),
  );
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const page = (box = '0 0 595 842'): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`;
const content = (text: string): Buffer => Buffer.from(`BT /F1 12 Tf 60 760 Td (${text}) Tj ET`, 'latin1');

const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  const out = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    out[n] = (data[n] as number) ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  }
  return out;
}

const PASSWORD_PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password), PASSWORD_PADDING]).subarray(0, 32);

/** A PDF that opens with a password only: standard security handler, revision 2, RC4 with 40 bits (ISO 32000-1, 7.6.3). */
export function encryptedPdf(random: Random): Buffer {
  const user = padded(`facture${random.digits(4)}`);
  const owner = padded(`chef${random.digits(4)}`);
  const id = random.bytes(16);
  const permissions = -44;
  const packed = Buffer.alloc(4);
  packed.writeInt32LE(permissions);
  const ownerEntry = rc4(md5(owner).subarray(0, 5), user);
  const key = md5(user, ownerEntry, packed, id).subarray(0, 5);
  const userEntry = rc4(key, PASSWORD_PADDING);
  const contentKey = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const secret = rc4(contentKey, content('Facture 1234'));
  const encryption = `<< /Filter /Standard /V 1 /R 2 /O ${hex(ownerEntry)} /U ${hex(userEntry)} /P ${permissions} >>`;
  return pdfOf(
    [CATALOGUE, ONE_PAGE, page(), { entries: '', stream: secret }, FONT, encryption],
    `/Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}

let nested: Buffer | undefined;
let flat: Buffer | undefined;
const MEBIBYTE = 1024 * 1024;

/** Adler-32 of `count` spaces, without going through them. */
function adlerOfSpaces(count: number): number {
  const [modulus, space, length] = [65_521n, 32n, BigInt(count)];
  const low = (1n + space * length) % modulus;
  const high = (length + (space * length * (length + 1n)) / 2n) % modulus;
  return Number((high << 16n) | low);
}

/** A zlib stream of many MiB of spaces, made by repeating one compressed block. */
export function deflatedSpaces(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MEBIBYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from('030000000000', 'hex');
  end.writeUInt32BE(adlerOfSpaces(mebibytes * MEBIBYTE), 2);
  return Buffer.concat([Buffer.from('789c', 'hex'), ...Array.from({ length: mebibytes }, () => block), end]);
}

/** A page whose content is a few kilobytes that unpack, twice, to 1 GiB. */
export function nestedDeflatePdf(): Buffer {
  nested ??= deflateSync(deflatedSpaces(1024), { level: 9 });
  const stream = { entries: '/Filter [/FlateDecode /FlateDecode]', stream: nested };
  return pdfOf([CATALOGUE, ONE_PAGE, page(), stream, FONT]);
}

/** A page with a picture that declares 40,000 × 40,000 points and begins to deliver them. */
export function pictureBombPdf(): Buffer {
  flat ??= deflateSync(Buffer.alloc(64 * MEBIBYTE));
  const image =
    '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode';
  const paint = { entries: '', stream: Buffer.from('q 595 0 0 842 0 0 cm /I Do Q') };
  const withImage =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>';
  return pdfOf([CATALOGUE, ONE_PAGE, withImage, paint, { entries: image, stream: flat }]);
}

/** A dynamic XFA form: what prints is made by a viewer that few have; the page says « please wait ». */
export function xfaOnlyPdf(random: Random): Buffer {
  const form = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="facture${random.digits(3)}" layout="tb"/></template></xdp:xdp>`;
  const wait = content(
    'Please wait... If this message is not eventually replaced, your PDF viewer may not be able to display this type of document.',
  );
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >> /Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 3 >> >> >>',
    ONE_PAGE,
    page(),
    { entries: '', stream: wait },
    FONT,
    { entries: '', stream: Buffer.from(form) },
  ]);
}

export const pageLessPdf = (): Buffer => pdfOf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 0 >>']);

/** A page tree that contains itself. */
export const loopingPdf = (): Buffer =>
  pdfOf([CATALOGUE, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 2 >>']);

/** Five thousand pages in a few kilobytes. */
export function manyPagesPdf(): Buffer {
  const kids = Array.from({ length: 5000 }, (_, index) => `${index + 5} 0 R`).join(' ');
  const leaf = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>';
  const tree = `<< /Type /Pages /Kids [${kids}] /Count 5000 >>`;
  return pdfOf([
    CATALOGUE,
    tree,
    { entries: '', stream: content('x') },
    FONT,
    ...Array.from({ length: 5000 }, () => leaf),
  ]);
}

/** A page as large as a town. */
export const giantPagePdf = (random: Random): Buffer =>
  pdfOf([
    CATALOGUE,
    ONE_PAGE,
    page(`0 0 ${random.pick(['14400', '2000000', '99999999999'])} 2000000`),
    { entries: '', stream: content('x') },
    FONT,
  ]);

/** Objects in an array nested deeper than any reader's stack. */
export const deepPdf = (): Buffer =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /Deep ${'['.repeat(60_000)}${']'.repeat(60_000)} >>`,
    '<< /Type /Pages /Kids [] /Count 0 >>',
  ]);

export const headerOnlyPdf = (random: Random): Buffer =>
  Buffer.from(random.pick(['%PDF-1.7\n', '%PDF-1.4\n%%EOF\n', '%PDF-', '%PDF-1.7\nstartxref\n999999999\n%%EOF\n']));
