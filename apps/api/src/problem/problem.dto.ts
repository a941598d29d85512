import { ApiProperty } from '@nestjs/swagger';

export class FieldProblemDto {
  @ApiProperty({ example: 'perPage', description: 'Path of the value in the request' })
  field!: string;

  @ApiProperty({ example: 'perPage must not be greater than 200' })
  message!: string;
}

/** RFC 9457. `code` is for programs and for the words of the back office; `title` is English, for logs. */
export class ProblemDto {
  @ApiProperty({ example: 'https://sandy.invalid/problems/document.encrypted' })
  type!: string;

  @ApiProperty({ example: 'The file is protected by a password.' })
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty({ example: 'document.encrypted' })
  code!: string;

  @ApiProperty({
    example: {},
    description: 'Values that belong to the code',
    type: 'object',
    additionalProperties: true,
  })
  params!: Record<string, unknown>;

  @ApiProperty({ example: '1f0c4a52-7b1e-4f0e-9a63-0b7d4c1d2e3f', description: 'Also in the header X-Request-Id' })
  requestId!: string;

  @ApiProperty({ type: [FieldProblemDto] })
  errors!: FieldProblemDto[];
}
