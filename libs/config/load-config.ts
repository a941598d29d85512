import { join, resolve } from 'node:path';
import { type Setting } from './setting.js';
import { SCHEMA, type Config } from './schema.js';

/** Every fault of the environment at once, one sentence a variable; values are never repeated. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * @param env usually `process.env`; an empty value counts as not set
 * @throws ConfigError naming every faulty variable
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SCHEMA) as [string, Setting<unknown>][]) {
    const given = env[setting.name]?.trim();
    try {
      values[key] = given ? setting.parse(given) : setting.fallback;
    } catch (error) {
      faults.push(`${setting.name} ${(error as Error).message}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);

  const dataDir = resolve(values.dataDir as string);
  return Object.freeze({
    ...values,
    dataDir,
    databaseUrl: values.databaseUrl ?? `sqlite:${join(dataDir, 'sandy.sqlite')}`,
    inboxDir: resolve((values.inboxDir as string | null) ?? join(dataDir, 'inbox')),
  }) as Config;
}
