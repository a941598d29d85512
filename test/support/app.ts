import { type NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request, { type Agent } from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import { loadConfig } from '../../libs/config/index.js';
import { IdentityService, type Role } from '../../libs/identity/index.js';

export const ADMIN = { email: 'admin@test.local', password: 'mot de passe 1' };

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly dataDir: string;
  /** Signed in as administrator. */
  readonly admin: Agent;
  /** Not signed in. */
  readonly nobody: Agent;
  /** A new user of that role, signed in. */
  as(role: Role): Promise<Agent>;
  /** Hands a file in and waits until it has been read. @returns the invoice */
  read(bytes: Buffer, name: string, engine?: string): Promise<InvoiceBody>;
  upload(bytes: Buffer, name: string): request.Test;
  close(): Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type InvoiceBody = any;

export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandy-app-'));
  const config = loadConfig({ DATA_DIR: dataDir, SEED: 'none', PORT: '0', OCR_WORKERS: '1', WORKER_JOBS: '1', ...env });
  const app = await createApp(config, { silent: !process.env.SANDY_TEST_LOG });
  await app.get(IdentityService).ensureFirstAdmin(ADMIN.email, ADMIN.password);
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer();

  const signIn = async (email: string, password: string): Promise<Agent> => {
    const { body } = await request(server).post('/api/auth/login').send({ email, password }).expect(200);
    return request.agent(server).set('Authorization', `Bearer ${body.accessToken}`);
  };
  const admin = await signIn(ADMIN.email, ADMIN.password);
  let users = 0;

  const upload = (bytes: Buffer, name: string) => admin.post('/api/invoices').attach('file', bytes, name);
  return {
    app,
    dataDir,
    admin,
    nobody: request.agent(server),
    upload,
    async as(role) {
      const user = { email: `${role}-${users++}@test.local`, name: role, role, password: 'mot de passe 2' };
      await admin.post('/api/users').send(user).expect(201);
      return signIn(user.email, user.password);
    },
    async read(bytes, name, engine) {
      const sent = upload(bytes, name);
      if (engine) sent.field('engine', engine);
      const { body } = await sent.expect(202);
      return waitUntilRead(admin, body.id as number);
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function waitUntilRead(agent: Agent, id: number, ms = 60_000): Promise<InvoiceBody> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(60)) {
    const { body } = await agent.get(`/api/invoices/${id}`).expect(200);
    if (!['queued', 'processing'].includes(body.status as string)) return body;
  }
  throw new Error(`invoice ${id} was not read in ${ms} ms`);
}
