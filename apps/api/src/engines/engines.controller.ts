import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { EngineChoice } from '../../../../libs/pipeline/index.js';
import { SignedIn } from '../auth/access.js';

export class EngineDto {
  @ApiProperty({ example: 'tesseract' })
  id!: string;

  @ApiProperty({ example: true })
  available!: boolean;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why not, as a code' })
  reason!: string | null;

  @ApiProperty({ example: true, description: 'Taken when an upload names none' })
  default!: boolean;
}

@ApiTags('engines')
@SignedIn()
@Controller('engines')
export class EnginesController {
  constructor(private readonly choice: EngineChoice) {}

  @Get()
  @ApiOperation({ summary: 'Engines, whether they can be used, and why not' })
  @ApiOkResponse({ type: EngineDto, isArray: true })
  list(): Promise<EngineDto[]> {
    return this.choice.list();
  }
}
