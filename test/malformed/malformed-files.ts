import { makeSample, Random, type SampleOptions } from '../../libs/samples/index.js';
import * as pdfs from './crafted-pdf.js';
import * as pictures from './crafted-pictures.js';
import * as xml from './crafted-xml.js';
import { beheaded, bitFlipped, cut, holed, shuffled, swappedHeader, swappedTrailer } from './damage.js';
import * as foreign from './foreign-files.js';
import { type BaseFile, type MalformedFile } from './malformed-file.js';

const BASE_SAMPLES: readonly (SampleOptions & { readonly extension: string })[] = [
  { format: 'pdf', supplier: 'quellois', extension: 'pdf' },
  { format: 'pdf', supplier: 'brevanne', extension: 'pdf' },
  { format: 'facturx', supplier: 'ombrival', extension: 'pdf' },
  { format: 'png', supplier: 'brevanne', extension: 'png' },
  { format: 'scan-jpg', supplier: 'ombrival', faint: true, extension: 'jpg' },
  { format: 'tiff', supplier: 'gavresse', faint: true, extension: 'tif' },
  { format: 'webp', supplier: 'nerisse', extension: 'webp' },
  { format: 'cii', supplier: 'brevanne', extension: 'xml' },
  { format: 'ubl', supplier: 'quellois', kind: 'creditNote', extension: 'xml' },
];

interface Makings {
  readonly bases: readonly BaseFile[];
  readonly random: Random;
}

type Maker = (makings: Makings) => Omit<MalformedFile, 'name'> & { readonly extension: string };

const ofType = (bases: readonly BaseFile[], extension: string): Buffer =>
  (bases.find((base) => base.extension === extension) as BaseFile).bytes;

/** One of the samples, damaged. */
const damaged =
  (damage: (file: BaseFile, random: Random) => Omit<MalformedFile, 'name'>): Maker =>
  ({ bases, random }) => {
    const file = random.pick(bases);
    return { ...damage(file, random), extension: file.extension };
  };

const swapped =
  (damage: typeof swappedHeader): Maker =>
  ({ bases, random }) => {
    const file = random.pick(bases);
    const other = random.pick(bases.filter((base) => base.extension !== file.extension));
    return { ...damage(file, other, random), extension: random.pick([file, other]).extension };
  };

/** Made from nothing, or from whole samples; under a name that lies half of the time where `extension` is not given. */
const crafted =
  (
    kind: string,
    extension: string | null,
    make: (random: Random, bases: readonly BaseFile[]) => Buffer,
    mustBeRefused = true,
  ): Maker =>
  ({ bases, random }) => ({
    kind,
    bytes: make(random, bases),
    mustBeRefused,
    extension: extension ?? random.pick(['pdf', 'png', 'jpg', 'xml', 'txt', 'zip']),
  });

const DAMAGES: readonly Maker[] = [
  damaged(cut),
  damaged(bitFlipped),
  damaged(holed),
  damaged(beheaded),
  damaged(shuffled),
  swapped(swappedHeader),
  swapped(swappedTrailer),
];

const CRAFTED: readonly Maker[] = [
  crafted('empty', null, () => Buffer.alloc(0)),
  crafted('text', null, foreign.plainText),
  crafted('json', null, foreign.json),
  crafted('html', null, foreign.html),
  crafted('csv', null, foreign.csv),
  crafted('executable', null, foreign.executable),
  crafted('zip', null, foreign.archive),
  crafted('noise', null, foreign.noise),
  crafted('zeros', null, foreign.zeros),
  crafted('gif-script', 'gif', foreign.gifScript),
  crafted('pdf-and-zip', 'pdf', (_, bases) => foreign.pdfAndZip(ofType(bases, 'pdf'))),
  crafted('html-and-pdf', 'pdf', (_, bases) => foreign.htmlAndPdf(ofType(bases, 'pdf'))),
  crafted('png-and-pdf', 'png', (_, bases) => pictures.pngHoldingPdf(ofType(bases, 'png'), ofType(bases, 'pdf'))),
  crafted('jpeg-and-zip', 'jpg', (_, bases) => foreign.pictureAndZip(ofType(bases, 'jpg'))),
  crafted('png-huge', 'png', pictures.hugePng),
  crafted('jpeg-huge', 'jpg', (_, bases) => pictures.hugeJpeg(ofType(bases, 'jpg'))),
  crafted('tiff-huge', 'tif', pictures.hugeTiff),
  crafted('tiff-looping', 'tif', pictures.loopingTiff, false),
  crafted('webp-huge', 'webp', pictures.hugeWebp),
  crafted('pdf-encrypted', 'pdf', pdfs.encryptedPdf),
  crafted('pdf-nested-deflate', 'pdf', pdfs.nestedDeflatePdf),
  crafted('pdf-picture-bomb', 'pdf', pdfs.pictureBombPdf, false),
  crafted('pdf-xfa-only', 'pdf', pdfs.xfaOnlyPdf),
  crafted('pdf-without-pages', 'pdf', pdfs.pageLessPdf),
  crafted('pdf-looping', 'pdf', pdfs.loopingPdf),
  crafted('pdf-many-pages', 'pdf', pdfs.manyPagesPdf),
  crafted('pdf-giant-page', 'pdf', pdfs.giantPagePdf, false),
  crafted('pdf-deep', 'pdf', pdfs.deepPdf),
  crafted('pdf-header-only', 'pdf', pdfs.headerOnlyPdf),
  crafted('xml-entity-bomb', 'xml', xml.entityBomb),
  crafted('xml-quadratic-bomb', 'xml', xml.quadraticBomb),
  crafted('xml-external-entity', 'xml', xml.externalEntity),
  crafted('xml-deep', 'xml', xml.deepXml, false),
  crafted('xml-foreign', 'xml', xml.foreignXml),
  crafted('xml-broken', 'xml', xml.brokenXml),
  crafted('utf16-junk', 'xml', xml.utf16Junk),
];

/** How many of a hundred files are damaged samples; the rest is crafted, every craft in turn. */
const DAMAGED_OF_HUNDRED = 55;

/**
 * Files that no reader should stumble over. The same seed gives the same files; file `i` does not depend on `count`.
 * The samples are made once and then damaged, so a thousand files take seconds.
 */
export async function* malformedFiles(count: number, seed: number): AsyncIterable<MalformedFile> {
  const bases: BaseFile[] = [];
  for (const { extension, ...options } of BASE_SAMPLES) {
    bases.push({ extension, bytes: (await makeSample(seed, { kind: 'invoice', ...options })).bytes });
  }
  let craft = 0;
  for (let index = 0; index < count; index++) {
    const random = new Random(`malformed ${seed} ${index}`);
    const maker = random.int(1, 100) <= DAMAGED_OF_HUNDRED ? random.pick(DAMAGES) : CRAFTED[craft++ % CRAFTED.length];
    const { extension, ...file } = (maker as Maker)({ bases, random });
    yield { ...file, name: `${String(index + 1).padStart(4, '0')}-${file.kind}.${extension}` };
  }
}
