import { crc32 } from 'node:zlib';
import { type Random } from '../../libs/samples/index.js';

/** A ZIP archive with one stored file. */
export function zipOf(name: string, data: Buffer): Buffer {
  const nameBytes = Buffer.from(name, 'latin1');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(0x21_00_00_00, 6);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

export const plainText = (random: Random): Buffer =>
  Buffer.from(`Bonjour,\r\nveuillez trouver ci-joint la facture n° ${random.digits(6)}.\r\n`.repeat(random.int(1, 60)));

export const json = (random: Random): Buffer =>
  Buffer.from(
    JSON.stringify({ invoiceNumber: random.digits(6), total: random.int(1, 9999), '__proto__ ': { admin: true } }),
  );

export const html = (random: Random): Buffer =>
  Buffer.from(
    `<!doctype html><html><body><h1>Facture ${random.digits(5)}</h1><script>alert(document.cookie)</script></body></html>`,
  );

export const executable = (random: Random): Buffer =>
  Buffer.concat([
    random.pick([
      Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1'),
      Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1'),
    ]),
    random.bytes(random.int(200, 6000)),
  ]);

export const archive = (random: Random): Buffer => zipOf('facture.pdf', random.bytes(random.int(50, 2000)));

export const noise = (random: Random): Buffer => random.bytes(random.int(1, 9000));

export const zeros = (random: Random): Buffer => Buffer.alloc(random.int(1, 50_000));

/** A spreadsheet formula and a command: text that is harmful only where it is believed. */
export const csv = (random: Random): Buffer =>
  Buffer.from(`numero;montant\n=HYPERLINK("http://127.0.0.1:1");${random.int(1, 99)},00\n`.repeat(5));

/** A GIF picture that is a script too: its head is a JavaScript assignment. */
export const gifScript = (random: Random): Buffer =>
  Buffer.concat([Buffer.from('GIF89a/*', 'latin1'), random.bytes(64), Buffer.from('*/=1;alert(1);', 'latin1')]);

export const pdfAndZip = (pdf: Buffer): Buffer => Buffer.concat([pdf, zipOf('charge.js', Buffer.from('alert(1)'))]);

export const htmlAndPdf = (pdf: Buffer): Buffer =>
  Buffer.concat([Buffer.from('<html><script>alert(1)</script><!--\n', 'latin1'), pdf, Buffer.from('\n--></html>\n')]);

export const pictureAndZip = (picture: Buffer): Buffer =>
  Buffer.concat([picture, zipOf('charge.exe', Buffer.from('MZ charge'))]);
