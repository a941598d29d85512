import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Word } from '../../domain/index.js';
import { preparePage, type PreparedPage } from '../preparation/prepare.js';
import { GRID_FROM } from './attempts.js';
import { LSTM_ONLY, type TesseractApi, type TesseractCore, type TesseractPage, type TesseractWord } from './core.js';
import { type RecogniseRequest } from './protocol.js';

/** Adapting to a page would make the next page's words depend on it. */
const SETTLED = { tessedit_enable_doc_dict: '0', classify_enable_learning: '0' };

/** Tesseract inside one thread. Every call is synchronous. */
export class Recogniser {
  private readonly loaded = new Set<string>();
  private api: TesseractApi | null = null;
  private languages = '';

  constructor(
    private readonly core: TesseractCore,
    private readonly languageFiles: Readonly<Record<string, string>>,
  ) {}

  recognise(request: RecogniseRequest): Word[] {
    const api = this.apiFor(request.languages);
    const { widthPx, heightPx, rgb } = request;
    const prepared = preparePage({ widthPx, heightPx, data: rgb }, request.preparation);
    if (!prepared.legible) return [];
    const { grid, plain } = request.pageSegmentation;
    api.SetVariable('tessedit_pageseg_mode', String(prepared.grid >= GRID_FROM ? grid : plain));
    for (const [name, value] of Object.entries(SETTLED)) api.SetVariable(name, value);
    const { width, height, data } = prepared.image;
    this.core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]));
    try {
      if (api.SetImageFile(1, 0) !== 0) throw new Error('the image was not accepted');
      if (api.Recognize(null) !== 0) throw new Error('recognition failed');
      const page = JSON.parse(api.GetJSONText()) as TesseractPage;
      return wordsOf(page, prepared);
    } finally {
      api.Clear();
      this.core.FS.unlink('/input');
    }
  }

  private apiFor(languages: string): TesseractApi {
    if (this.api && this.languages === languages) return this.api;
    for (const language of languages.split('+')) {
      if (this.loaded.has(language)) continue;
      const file = this.languageFiles[language];
      if (!file) throw new Error(`no data for language ${language}`);
      this.core.FS.writeFile(`${language}.traineddata`, gunzipSync(readFileSync(file)));
      this.loaded.add(language);
    }
    this.api?.End();
    this.api = new this.core.TessBaseAPI();
    if (this.api.Init(null, languages, LSTM_ONLY) !== 0) throw new Error(`language data of ${languages} is not usable`);
    this.languages = languages;
    return this.api;
  }
}

function wordsOf(page: TesseractPage, prepared: PreparedPage): Word[] {
  return (page.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words)
    .filter((word) => word.text.trim() !== '')
    .map((word) => toWord(word, prepared));
}

function toWord({ text, confidence, bbox }: TesseractWord, { toPage }: PreparedPage): Word {
  const middle = (bbox.y0 + bbox.y1) / 2;
  const centre = (bbox.x0 + bbox.x1) / 2;
  const [x0] = toPage(bbox.x0, middle);
  const [x1] = toPage(bbox.x1, middle);
  const [, y0] = toPage(centre, bbox.y0);
  const [, y1] = toPage(centre, bbox.y1);
  return { text: text.trim(), box: [x0, y0, x1, y1], confidence: Math.min(1, Math.max(0, confidence / 100)) };
}
