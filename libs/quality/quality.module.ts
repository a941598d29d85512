import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { QualityGate } from './gate/index.js';

@Module({
  providers: [
    {
      provide: QualityGate,
      inject: [CONFIG],
      useFactory: ({ qualityThreshold }: Config) => new QualityGate({ threshold: qualityThreshold }),
    },
  ],
  exports: [QualityGate],
})
export class QualityModule {}
