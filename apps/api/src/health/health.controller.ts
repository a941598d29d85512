import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '../../../../libs/persistence/index.js';
import { EngineChoice } from '../../../../libs/pipeline/index.js';
import { BLOB_STORE, type BlobStore } from '../../../../libs/storage/index.js';
import { Public } from '../auth/access.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: Database,
    private readonly engines: EngineChoice,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  @Public()
  @Get()
  @HealthCheck()
  @ApiOperation({
    summary: 'Database, storage, queue and engines',
    description: '503 when one of the first three is down.',
  })
  check() {
    return this.health.check([
      () => this.probe('database', () => this.database.ping()),
      () => this.probe('storage', () => this.blobs.check()),
      () => this.probe('queue', () => this.queue()),
      () => this.probe('engines', () => this.engineStates()),
    ]);
  }

  private async queue(): Promise<Record<string, unknown>> {
    const { queued, running, failed, oldestQueuedAt } = await this.database.work.read(({ jobs }) => jobs.state());
    return { queued, running, failed, oldestQueuedAt };
  }

  private async engineStates(): Promise<Record<string, unknown>> {
    const engines = await this.engines.list();
    return Object.fromEntries(engines.map(({ id, available, reason }) => [id, available ? 'available' : reason]));
  }

  /** A failing part is told as down, without its message, which may name hosts and paths. */
  private async probe(key: string, look: () => Promise<Record<string, unknown> | void>) {
    const indicator = this.indicator.check(key);
    try {
      return indicator.up((await look()) ?? {});
    } catch {
      return indicator.down();
    }
  }
}
