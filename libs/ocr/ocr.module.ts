import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { EngineRegistry, TesseractEngine, TextEngine } from './index.js';

@Module({
  providers: [
    {
      provide: EngineRegistry,
      inject: [CONFIG],
      useFactory: ({ ocrWorkers, ocrTimeoutSeconds }: Config) =>
        new EngineRegistry([
          new TextEngine(),
          new TesseractEngine({ workers: ocrWorkers, pageTimeoutMs: ocrTimeoutSeconds * 1000 }),
        ]),
    },
  ],
  exports: [EngineRegistry],
})
export class OcrModule implements OnApplicationShutdown {
  constructor(@Inject(EngineRegistry) private readonly engines: EngineRegistry) {}

  onApplicationShutdown(): Promise<void> {
    return this.engines.dispose();
  }
}
