import { type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, type Config } from '../../../libs/config/index.js';
import { ConfigModule } from '../../../libs/config/config.module.js';
import { ErrorStreamLogger } from './error-stream-logger.js';

class CommandModule {}

export const environment = (): Config => loadConfig(process.env);

/** Builds what a command needs and takes it down again, whatever happens. */
export async function withContext<T>(
  imports: (Type | DynamicModule)[],
  use: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const module = { module: CommandModule, imports: [ConfigModule.for(environment()), ...imports] };
  const context = await NestFactory.createApplicationContext(module, {
    abortOnError: false,
    logger: new ErrorStreamLogger(),
  });
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}
