import { type INestApplication, type Logger } from '@nestjs/common';
import { type Config } from '../../../libs/config/index.js';
import { Intake, InvoiceDesk, seedDemo } from '../../../libs/pipeline/index.js';
import { Receiver } from '../../../libs/storage/index.js';

/** Fills an empty database with made-up invoices, unless it is told not to. They appear one by one as they are read. */
export async function startDemo(app: INestApplication, config: Config, logger: Logger): Promise<void> {
  if (config.seed !== 'demo') return;
  const { total } = await app.get(InvoiceDesk).list({ page: 1, perPage: 1, sort: 'id', order: 'ASC' });
  if (total > 0) return;
  logger.log('Filling the empty database with made-up invoices (SEED=none to start without)');
  try {
    const added = await seedDemo(app.get(Intake), app.get(Receiver), new Date().toISOString().slice(0, 10));
    logger.log(`${added} made-up invoices handed in; they are being read`);
  } catch (error) {
    logger.error('The made-up invoices could not be handed in', (error as Error).stack);
  }
}
