import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { BarcodeReader, FileDocumentReader } from '../documents/index.js';
import { ExtractionModule } from '../extraction/extraction.module.js';
import { EXTRACTOR, type Extractor } from '../extraction/index.js';
import { EngineRegistry } from '../ocr/index.js';
import { OcrModule } from '../ocr/ocr.module.js';
import { QualityGate } from '../quality/index.js';
import { QualityModule } from '../quality/quality.module.js';
import { EngineChoice } from './engine-choice.js';
import { Judge } from './judge.js';
import { READING_PARTS, type ReadingParts } from './read-document.js';

/** From a file to a judged reading; needs no books. */
@Module({
  imports: [DocumentsModule, ExtractionModule, OcrModule, QualityModule],
  providers: [
    {
      provide: EngineChoice,
      inject: [EngineRegistry, CONFIG],
      useFactory: (engines: EngineRegistry, { ocrEngine }: Config) => new EngineChoice(engines, ocrEngine),
    },
    {
      provide: Judge,
      inject: [QualityGate],
      useFactory: (gate: QualityGate) => new Judge(gate, () => new Date()),
    },
    {
      provide: READING_PARTS,
      inject: [FileDocumentReader, BarcodeReader, EngineRegistry, EXTRACTOR, CONFIG],
      useFactory: (
        documents: FileDocumentReader,
        barcodes: BarcodeReader,
        engines: EngineRegistry,
        extractor: Extractor,
        { ocrWorkers }: Config,
      ): ReadingParts => ({ documents, barcodes, engines, extractor, pagesAtOnce: ocrWorkers }),
    },
  ],
  exports: [EngineChoice, Judge, READING_PARTS, DocumentsModule],
})
export class ReadingModule {}
