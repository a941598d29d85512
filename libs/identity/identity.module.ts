import { Module } from '@nestjs/common';
import { Database } from '../persistence/index.js';
import { IdentityService } from './identity.service.js';

@Module({
  providers: [
    {
      provide: IdentityService,
      inject: [Database],
      useFactory: ({ work }: Database) => new IdentityService(work),
    },
  ],
  exports: [IdentityService],
})
export class IdentityModule {}
