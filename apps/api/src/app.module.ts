import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG, keptSecret, type Config } from '../../../libs/config/index.js';
import { ConfigModule } from '../../../libs/config/config.module.js';
import { IdentityModule } from '../../../libs/identity/identity.module.js';
import { PersistenceModule } from '../../../libs/persistence/persistence.module.js';
import { PipelineModule } from '../../../libs/pipeline/pipeline.module.js';
import { WorkerModule } from '../../../libs/pipeline/worker.module.js';
import { AccessGuard, BearerGuard } from './auth/access.guard.js';
import { AuthController } from './auth/auth.controller.js';
import { JWT_SECRET } from './auth/jwt-secret.js';
import { LOGIN_THROTTLE } from './auth/login-throttle.js';
import { JwtStrategy } from './auth/jwt.strategy.js';
import { EnginesController } from './engines/engines.controller.js';
import { HealthController } from './health/health.controller.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { PagesController } from './invoices/pages.controller.js';
import { UploadController } from './invoices/upload.controller.js';
import { SuppliersController } from './suppliers/suppliers.controller.js';
import { ApiKeysController } from './users/api-keys.controller.js';
import { UsersController } from './users/users.controller.js';

const secretOf = ({ jwtSecret, dataDir }: Config): string => jwtSecret ?? keptSecret(dataDir, 'jwt-secret');

@Module({})
export class AppModule {
  static for(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(config),
        PersistenceModule,
        IdentityModule,
        PipelineModule,
        ...(config.worker === 'inline' ? [WorkerModule] : []),
        PassportModule,
        JwtModule.registerAsync({
          inject: [CONFIG],
          useFactory: (given: Config) => ({ secret: secretOf(given), signOptions: { algorithm: 'HS256' } }),
        }),
        ThrottlerModule.forRoot(LOGIN_THROTTLE),
        TerminusModule.forRoot({ logger: false, errorLogStyle: 'json' }),
      ],
      controllers: [
        HealthController,
        AuthController,
        UsersController,
        ApiKeysController,
        UploadController,
        InvoicesController,
        PagesController,
        SuppliersController,
        EnginesController,
      ],
      providers: [
        { provide: JWT_SECRET, inject: [CONFIG], useFactory: secretOf },
        JwtStrategy,
        BearerGuard,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
