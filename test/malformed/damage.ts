import { type Random } from '../../libs/samples/index.js';
import { type BaseFile, type MalformedFile } from './malformed-file.js';

type Damaged = Omit<MalformedFile, 'name'>;

/** The beginning only: an upload that broke off, anywhere from the first bytes to the last. */
export function cut({ bytes, extension }: BaseFile, random: Random): Damaged {
  const end = random.chance(0.2) ? random.int(1, 64) : random.int(1, bytes.length - 2);
  return { kind: 'cut', bytes: bytes.subarray(0, end), mustBeRefused: extension === 'xml' };
}

/** The end only. */
export function beheaded({ bytes }: BaseFile, random: Random): Damaged {
  return { kind: 'beheaded', bytes: bytes.subarray(random.int(16, bytes.length - 16)), mustBeRefused: false };
}

export function bitFlipped({ bytes }: BaseFile, random: Random): Damaged {
  const copy = Buffer.from(bytes);
  const flips = random.pick([1, 8, 64, 512]);
  const reach = random.chance(0.3) ? Math.min(1024, copy.length) : copy.length;
  for (let i = 0; i < flips; i++) {
    const at = random.int(0, reach - 1);
    copy[at] = (copy[at] as number) ^ (1 << random.int(0, 7));
  }
  return { kind: 'bit-flipped', bytes: copy, mustBeRefused: false };
}

/** A stretch in the middle is noise, or zeros as after a disk error. */
export function holed({ bytes }: BaseFile, random: Random): Damaged {
  const copy = Buffer.from(bytes);
  const start = random.int(0, copy.length - 2);
  const length = Math.min(random.int(1, 8192), copy.length - start);
  if (random.chance(0.5)) copy.fill(0, start, start + length);
  else random.bytes(length).copy(copy, start);
  return { kind: 'holed', bytes: copy, mustBeRefused: false };
}

/** The head of one type on the body of another. */
export function swappedHeader(file: BaseFile, other: BaseFile, random: Random): Damaged {
  const length = random.pick([4, 8, 16, 64]);
  const bytes = Buffer.concat([other.bytes.subarray(0, length), file.bytes.subarray(length)]);
  return { kind: 'swapped-header', bytes, mustBeRefused: false };
}

/** The body of one type with the tail of another. */
export function swappedTrailer(file: BaseFile, other: BaseFile, random: Random): Damaged {
  const length = Math.min(random.pick([16, 128, 1024]), file.bytes.length - 1);
  const bytes = Buffer.concat([file.bytes.subarray(0, -length), other.bytes.subarray(-length)]);
  return { kind: 'swapped-trailer', bytes, mustBeRefused: false };
}

/** The file in pieces, in another order. */
export function shuffled({ bytes }: BaseFile, random: Random): Damaged {
  const size = Math.ceil(bytes.length / random.int(3, 12));
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return { kind: 'shuffled', bytes: Buffer.concat(random.shuffled(pieces)), mustBeRefused: false };
}
