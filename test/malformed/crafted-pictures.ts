import { crc32, deflateSync } from 'node:zlib';
import { type Random } from '../../libs/samples/index.js';

/** 65,500 each way is four thousand million points: more than any reader should take. */
const HUGE = 65_500;

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A valid PNG head of a huge picture, with a little of its pixels. */
export function hugePng(random: Random): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(HUGE + random.int(0, 30), 0);
  header.writeUInt32BE(HUGE + random.int(0, 30), 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A valid PNG that is a PDF too: the PDF stands in a private chunk near its head, where PDF readers look for it. */
export function pngHoldingPdf(png: Buffer, pdf: Buffer): Buffer {
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), pngChunk('pdFf', pdf), png.subarray(afterHeader)]);
}

/** The start-of-frame of a real JPEG with other dimensions. */
export function hugeJpeg(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg);
  let at = 2;
  while (at < copy.length - 9 && copy[at] === 0xff) {
    const marker = copy[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xc2) {
      copy.writeUInt16BE(HUGE, at + 5);
      copy.writeUInt16BE(HUGE, at + 7);
      return copy;
    }
    at += 2 + copy.readUInt16BE(at + 2);
  }
  throw new RangeError('no start of frame');
}

/** A little-endian TIFF of one strip that declares a huge picture. */
export function hugeTiff(random: Random): Buffer {
  const width = HUGE + random.int(0, 30);
  const entries: readonly [tag: number, value: number][] = [
    [256, width],
    [257, HUGE],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, HUGE],
    [279, 256],
  ];
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length, 0);
  entries.forEach(([tag, value], index) => {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(4, at + 2);
    directory.writeUInt32LE(1, at + 4);
    directory.writeUInt32LE(value, at + 8);
  });
  const head = Buffer.from('49492a0008010000', 'hex');
  return Buffer.concat([head, random.bytes(256), directory]);
}

/** A TIFF whose directory names itself as the next page. */
export function loopingTiff(random: Random): Buffer {
  const tiff = hugeTiff(random);
  const directory = tiff.readUInt32LE(4);
  tiff.writeUInt32LE(16, directory + 2 + 8);
  tiff.writeUInt32LE(16, directory + 14 + 8);
  tiff.writeUInt32LE(directory, tiff.length - 4);
  return tiff;
}

/** A lossless WebP head of 16,383 × 16,383 points with nothing behind it that could be them. */
export function hugeWebp(random: Random): Buffer {
  const side = 16_382;
  const body = Buffer.alloc(8 + 5 + 15);
  body.write('VP8L', 0, 'latin1');
  body.writeUInt32LE(body.length - 8, 4);
  body[8] = 0x2f;
  body.writeUInt32LE(side + side * 2 ** 14, 9);
  random.bytes(15).copy(body, 13);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
