import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { ConfigError, loadConfig, type Config } from '../../../libs/config/index.js';
import { IdentityService } from '../../../libs/identity/index.js';
import { createApp } from './create-app.js';
import { startDemo } from './demo.js';

const ADMIN_FOLDER = fileURLToPath(new URL('../../../../admin/dist', import.meta.url));

async function main(config: Config): Promise<void> {
  const app = await createApp(config, { adminFolder: ADMIN_FOLDER });
  const first = await app.get(IdentityService).ensureFirstAdmin(config.adminEmail, config.adminPassword);
  await app.listen(config.port, config.host);

  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`\n  Sandy is ready:  ${await app.getUrl()}`);
  if (first.created) {
    const password = first.password ?? 'the one in ADMIN_PASSWORD';
    say(`  First login:     ${config.adminEmail}  /  ${password}\n`);
  }
  await startDemo(app, config, new Logger('Demo'));
}

try {
  await main(loadConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
