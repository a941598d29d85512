import { createRequire } from 'node:module';

/** What is used of tesseract.js-core's wasm build of Tesseract's C++ API. */
export interface TesseractApi {
  Init(dataPath: null, languages: string, engineMode: number, configFile?: string): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads `/input` of the wasm file system; 0 = read. */
  SetImageFile(exifOrientation: number, radians: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  /** All results as JSON, see `TesseractPage`. */
  GetJSONText(): string;
  Clear(): void;
  End(): void;
}

export interface TesseractCore {
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => TesseractApi;
}

export interface TesseractWord {
  readonly text: string;
  /** 0–100. */
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

export interface TesseractPage {
  readonly blocks:
    | readonly {
        readonly paragraphs: readonly { readonly lines: readonly { readonly words: readonly TesseractWord[] }[] }[];
      }[]
    | null;
}

export const LSTM_ONLY = 1;

/** The quickest build for this processor (SIMD or not), from the installed package. */
export async function loadCore(): Promise<TesseractCore> {
  const require = createRequire(import.meta.url);
  const getCore = require('tesseract.js/src/worker-script/node/getCore') as (
    engineMode: number,
    corePath: undefined,
    reporter: { progress(): void },
  ) => Promise<(options: object) => Promise<TesseractCore>>;
  const create = await getCore(LSTM_ONLY, undefined, { progress: () => undefined });
  return create({ print: () => undefined, printErr: () => undefined });
}
