import {
  Catch,
  HttpException,
  Logger,
  ServiceUnavailableException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import { type Request, type Response } from 'express';
import { asSandyError, ERRORS, SandyError, type ErrorCode } from '../../../../libs/domain/index.js';
import { type FieldProblemDto, type ProblemDto } from './problem.dto.js';

/** Invalid input, with a sentence for every fault. */
export class InvalidRequest extends SandyError {
  constructor(readonly errors: FieldProblemDto[]) {
    super('request.invalid');
  }
}

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'resource.not_found',
  413: 'document.too_large',
  429: 'request.rate_limited',
};

/**
 * Every failure leaves as `application/problem+json` with a code; what was not expected is logged and told as `internal`.
 * Only the health check answers in its own form, which names the part that is down.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Request');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id: string }>();
    const response = http.getResponse<Response>();
    if (thrown instanceof ServiceUnavailableException) {
      response.status(503).json(thrown.getResponse());
      return;
    }
    const error = known(thrown);
    if (error.status >= 500) {
      const cause = error.cause ?? error;
      this.logger.error(`${request.id} ${request.method} ${request.path}`, cause instanceof Error ? cause.stack : '');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem: ProblemDto = {
      type: `https://sandy.invalid/problems/${error.code}`,
      title: ERRORS[error.code][0] === error.status ? ERRORS[error.code][1] : error.message,
      status: error.status,
      code: error.code,
      params: { ...error.params },
      requestId: request.id,
      errors: error instanceof InvalidRequest ? error.errors : [],
    };
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function known(thrown: unknown): SandyError {
  if (thrown instanceof ThrottlerException) return new SandyError('request.rate_limited');
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOfParser(thrown);
  const code = status === null ? undefined : (BY_STATUS[status] ?? (status < 500 ? 'request.malformed' : undefined));
  return code ? new SandyError(code, {}, { cause: thrown }) : asSandyError(thrown);
}

/** Express' body parser and router throw plain errors that carry a status. */
function statusOfParser(thrown: unknown): number | null {
  const status =
    thrown instanceof Error && !(thrown instanceof SandyError) ? (thrown as { status?: unknown }).status : null;
  return typeof status === 'number' ? status : null;
}
