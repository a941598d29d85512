import { Controller, Get, Param, ParseIntPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { InvoiceDesk, PageViewer } from '../../../../libs/pipeline/index.js';
import { SignedIn } from '../auth/access.js';
import { ApiProblems } from '../problem/api-problems.js';
import { PageWordsDto } from './invoice.dto.js';

const PRIVATE_FOR_AN_HOUR = 'private, max-age=3600';
const binary = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('invoices')
@SignedIn()
@ApiProblems('resource.not_found')
@Controller('invoices/:id')
export class PagesController {
  constructor(
    private readonly desk: InvoiceDesk,
    private readonly viewer: PageViewer,
  ) {}

  @Get('pages/:n/image')
  @ApiOperation({ summary: 'Picture of a page', description: 'Upright, at most 1800 pixels a side.' })
  @ApiProduces('image/webp')
  @ApiOkResponse({ content: { 'image/webp': binary } })
  async image(
    @Param('id', ParseIntPipe) id: number,
    @Param('n', ParseIntPipe) page: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const image = await this.viewer.image(id, page);
    response.setHeader('Cache-Control', PRIVATE_FOR_AN_HOUR);
    return new StreamableFile(image, { type: 'image/webp' });
  }

  @Get('pages/:n/words')
  @ApiOperation({ summary: 'Words of a page with their boxes', description: 'As the last reading saw them.' })
  @ApiOkResponse({ type: PageWordsDto })
  async words(@Param('id', ParseIntPipe) id: number, @Param('n', ParseIntPipe) page: number): Promise<PageWordsDto> {
    const { number, engineId, widthPx, heightPx, words } = await this.desk.words(id, page);
    return {
      page: number,
      engine: engineId,
      widthPx,
      heightPx,
      words: words.map((word) => ({ ...word, box: [...word.box] })),
    };
  }

  @Get('file')
  @ApiOperation({ summary: 'The document as it came in' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': binary } })
  async file(
    @Param('id', ParseIntPipe) id: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { document, content } = await this.viewer.file(id);
    // Never shown in the browser from our origin: what a stranger sent may carry scripts.
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    return new StreamableFile(content, {
      type: document.mime,
      length: document.sizeBytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(document.originalName)}`,
    });
  }
}
