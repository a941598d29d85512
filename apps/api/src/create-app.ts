import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { type Config } from '../../../libs/config/index.js';
import { AppModule } from './app.module.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { validation } from './problem/validation.js';
import { serveAdmin } from './site/admin-site.js';
import { serveSwagger } from './swagger.js';

const MAX_JSON = '2mb';
const REQUEST_ID = /^[\w-]{1,64}$/;

/**
 * The HTTP application, not yet listening.
 * @param options.adminFolder the built back office, if it is to be served
 * @param options.silent no log at all
 */
export async function createApp(
  config: Config,
  { adminFolder, silent = false }: { adminFolder?: string; silent?: boolean } = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config), {
    bodyParser: false,
    forceCloseConnections: true,
    abortOnError: false,
    logger: silent
      ? false
      : new ConsoleLogger({
          json: config.logFormat === 'json',
          colors: process.stdout.isTTY === true,
          logLevels: ['log', 'warn', 'error', 'fatal'],
        }),
  });
  app.setGlobalPrefix('api');
  app.use(withRequestId);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'blob:', 'data:'],
          // Emotion writes its rules into style elements.
          styleSrc: ["'self'", "'unsafe-inline'"],
          scriptSrc: ["'self'"],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(json({ limit: MAX_JSON }));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  serveSwagger(app);
  if (adminFolder) serveAdmin(app, adminFolder);
  return app;
}

function withRequestId(request: Request & { id?: string }, response: Response, next: NextFunction): void {
  const given = request.header('x-request-id');
  request.id = given && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', request.id);
  next();
}
