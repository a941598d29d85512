import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PersistenceModule } from '../../../../libs/persistence/persistence.module.js';
import { Intake, InvoiceDesk } from '../../../../libs/pipeline/index.js';
import { WorkerModule } from '../../../../libs/pipeline/worker.module.js';
import { Receiver } from '../../../../libs/storage/index.js';
import { readArguments } from '../arguments.js';
import { environment, withContext } from '../context.js';
import { fileError } from '../file-error.js';
import { Progress } from '../progress.js';
import { UsageError, type Command } from '../usage.js';
import { filesUnder } from '../walk.js';

const LOOK_MS = 250;

export const ingest: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, { engine: { type: 'string' } });
    if (positionals.length === 0) throw new UsageError('Which files or folders?');
    const engine = values.engine ?? environment().ocrEngine;
    const files = await filesUnder(positionals);
    const say = (text: string) => process.stdout.write(`${text}\n`);

    return withContext([PersistenceModule, WorkerModule], async (context) => {
      const receiver = context.get(Receiver);
      const intake = context.get(Intake);
      const desk = context.get(InvoiceDesk);
      const waiting = new Map<number, string>();
      let [known, refused] = [0, 0];
      for (const file of files) {
        try {
          const received = await receiver.receive(createReadStream(file));
          const arrival = { originalName: basename(file), engine, source: 'cli', actor: 'cli' } as const;
          const taken = await intake.take(received, arrival);
          if (taken.known) {
            known++;
            say(`${file}: known already, invoice ${taken.id} (${taken.status})`);
          } else {
            waiting.set(taken.id, file);
          }
        } catch (error) {
          refused++;
          const { code, message } = fileError(error);
          say(`${file}: refused, ${code}: ${message}`);
        }
      }

      const progress = new Progress(waiting.size);
      const counts = new Map<string, number>();
      while (waiting.size > 0) {
        for (const [id, file] of waiting) {
          const { status, invoiceNumber, failure } = await desk.find(id);
          if (status === 'queued' || status === 'processing') continue;
          waiting.delete(id);
          counts.set(status, (counts.get(status) ?? 0) + 1);
          say(
            `${file}: invoice ${id}, ${status}${failure ? `, ${failure.code}` : `, ${invoiceNumber ?? 'no number'}`}`,
          );
          progress.step(file);
        }
        await sleep(LOOK_MS);
      }
      progress.end();
      const states = [...counts].map(([status, count]) => `${count} ${status}`);
      say([...states, `${known} known already`, `${refused} refused`].join(', '));
      return refused + (counts.get('failed') ?? 0) > 0 ? 1 : 0;
    });
  },
};
