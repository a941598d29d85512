import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG } from './config-token.js';
import { type Config } from './schema.js';

@Global()
@Module({})
export class ConfigModule {
  static for(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
