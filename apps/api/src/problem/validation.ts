import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldProblemDto } from './problem.dto.js';
import { InvalidRequest } from './problem.filter.js';

/** What is not declared is refused; every fault is told at once. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => flatten(error))),
  });

function flatten(error: ValidationError, path = ''): FieldProblemDto[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}
