import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../../../libs/persistence/index.js';
import { PersistenceModule } from '../../../../libs/persistence/persistence.module.js';
import { Intake, InvoiceDesk, seedDemo } from '../../../../libs/pipeline/index.js';
import { WorkerModule } from '../../../../libs/pipeline/worker.module.js';
import { Receiver } from '../../../../libs/storage/index.js';
import { withContext } from '../context.js';
import { type Command } from '../usage.js';

const LOOK_MS = 250;

export const seed: Command = {
  run: () =>
    withContext([PersistenceModule, WorkerModule], async (context) => {
      const today = new Date().toISOString().slice(0, 10);
      const added = await seedDemo(context.get(Intake), context.get(Receiver), today);
      const { work } = context.get(Database);
      for (;;) {
        const { queued, running } = await work.read(({ jobs }) => jobs.state());
        if (queued + running === 0) break;
        await sleep(LOOK_MS);
      }
      const counts = Object.entries(await context.get(InvoiceDesk).counts());
      process.stdout.write(`${added} added; ${counts.map(([status, count]) => `${count} ${status}`).join(', ')}\n`);
      return 0;
    }),
};
