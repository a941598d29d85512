import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../../libs/config/index.js';
import { createApp } from '../../../api/src/create-app.js';
import { openApiDocument } from '../../../api/src/swagger.js';
import { type Command } from '../usage.js';

export const openapi: Command = {
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'sandy-openapi-'));
    const app = await createApp(loadConfig({ DATA_DIR: folder, WORKER: 'external' }), { silent: true });
    try {
      process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
      return 0;
    } finally {
      await app.close();
      await rm(folder, { recursive: true });
    }
  },
};
