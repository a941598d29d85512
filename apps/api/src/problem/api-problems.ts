import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ERRORS, type ErrorCode } from '../../../../libs/domain/index.js';
import { ProblemDto } from './problem.dto.js';

/** Documents the errors of a call by their codes, one response a status. */
export function ApiProblems(...codes: ErrorCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map((code) => ERRORS[code][0]))];
  const responses = statuses.map((status) =>
    ApiResponse({
      status,
      description: codes
        .filter((code) => ERRORS[code][0] === status)
        .map((code) => `\`${code}\` ${ERRORS[code][1]}`)
        .join(' '),
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses);
}
