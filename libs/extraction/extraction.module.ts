import { Module } from '@nestjs/common';
import { EXTRACTOR } from './extractor.js';
import { RulesExtractor } from './index.js';

@Module({
  providers: [{ provide: EXTRACTOR, useFactory: () => new RulesExtractor() }],
  exports: [EXTRACTOR],
})
export class ExtractionModule {}
