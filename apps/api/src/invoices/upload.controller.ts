import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { CONFIG, type Config } from '../../../../libs/config/index.js';
import { type Principal } from '../../../../libs/identity/index.js';
import { Intake } from '../../../../libs/pipeline/index.js';
import { Receiver } from '../../../../libs/storage/index.js';
import { Caller, Editors, SignedIn } from '../auth/access.js';
import { ApiProblems } from '../problem/api-problems.js';
import { ReceivedDto } from './invoice.dto.js';
import { receiveUpload } from './multipart-upload.js';

@ApiTags('invoices')
@SignedIn()
@Controller('invoices')
export class UploadController {
  constructor(
    private readonly intake: Intake,
    private readonly receiver: Receiver,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Editors()
  @Post()
  @ApiOperation({
    summary: 'Hand in a document',
    description: 'PDF, PNG, JPEG, TIFF, WebP or e-invoice XML. The same bytes again give the same invoice.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        engine: { type: 'string', example: 'auto', description: 'See GET /api/engines' },
      },
    },
  })
  @ApiAcceptedResponse({ type: ReceivedDto, description: 'Taken; it will be read' })
  @ApiOkResponse({ type: ReceivedDto, description: 'These bytes are here already' })
  @ApiProblems(
    'request.no_file',
    'request.malformed',
    'request.invalid',
    'engine.unknown',
    'engine.unavailable',
    'document.empty',
    'document.too_large',
    'document.unsupported_type',
    'document.broken',
    'document.encrypted',
    'document.no_pages',
    'document.too_many_pages',
    'document.too_many_pixels',
    'document.xfa_only',
    'document.polyglot',
    'document.bomb',
    'document.timeout',
    'einvoice.invalid_xml',
    'einvoice.unknown_dialect',
  )
  async upload(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Caller() caller: Principal,
  ): Promise<ReceivedDto> {
    const { file, fileName, engine } = await receiveUpload(request, this.receiver);
    const taken = await this.intake.take(file, {
      originalName: fileName,
      engine: engine ?? this.config.ocrEngine,
      source: 'upload',
      actor: caller.actor,
    });
    response.status(taken.known ? 200 : 202);
    return { id: taken.id, status: taken.status };
  }
}
