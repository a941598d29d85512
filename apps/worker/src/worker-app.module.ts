import { Module, type DynamicModule } from '@nestjs/common';
import { type Config } from '../../../libs/config/index.js';
import { ConfigModule } from '../../../libs/config/config.module.js';
import { PersistenceModule } from '../../../libs/persistence/persistence.module.js';
import { WorkerModule } from '../../../libs/pipeline/worker.module.js';

@Module({})
export class WorkerAppModule {
  static for(config: Config): DynamicModule {
    return { module: WorkerAppModule, imports: [ConfigModule.for(config), PersistenceModule, WorkerModule] };
  }
}
