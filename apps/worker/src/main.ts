import 'reflect-metadata';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loadConfig } from '../../../libs/config/index.js';
import { WorkerAppModule } from './worker-app.module.js';

try {
  const config = loadConfig(process.env);
  const app = await NestFactory.createApplicationContext(WorkerAppModule.for(config), {
    abortOnError: false,
    logger: new ConsoleLogger({
      json: config.logFormat === 'json',
      colors: process.stdout.isTTY === true,
      logLevels: ['log', 'warn', 'error', 'fatal'],
    }),
  });
  app.enableShutdownHooks();
  new Logger('Worker').log('waiting for documents');
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
