import { Readable } from 'node:stream';
import { type CalendarDate } from '../domain/index.js';
import { demoSet } from '../samples/index.js';
import { type Receiver } from '../storage/index.js';
import { type Intake } from './intake.js';

/**
 * Hands made-up invoices in like any others: they are read, judged and booked by the real pipeline.
 * @returns how many were new
 */
export async function seedDemo(intake: Intake, receiver: Receiver, today: CalendarDate): Promise<number> {
  let added = 0;
  for await (const { name, bytes } of demoSet(today)) {
    const file = await receiver.receive(Readable.from([bytes]));
    const arrival = { originalName: name, engine: 'auto', source: 'demo', actor: 'system' } as const;
    const { known } = await intake.take(file, arrival);
    if (!known) added++;
  }
  return added;
}
