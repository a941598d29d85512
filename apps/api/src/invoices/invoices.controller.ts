import { Controller, Get, Param, ParseIntPipe, Patch, Post, Query, Body, HttpCode } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Principal } from '../../../../libs/identity/index.js';
import { InvoiceDesk } from '../../../../libs/pipeline/index.js';
import { Caller, Editors, SignedIn } from '../auth/access.js';
import { ApiProblems } from '../problem/api-problems.js';
import {
  AcceptDto,
  EditInvoiceDto,
  InvoiceQueryDto,
  RejectDto,
  ReprocessDto,
  VersionDto,
} from './invoice-requests.dto.js';
import { InvoiceCountsDto, InvoiceDetailDto, InvoicePageDto, ReceivedDto } from './invoice.dto.js';
import { toDetail, toSummary } from './to-invoice.dto.js';

@ApiTags('invoices')
@SignedIn()
@Controller('invoices')
export class InvoicesController {
  constructor(private readonly desk: InvoiceDesk) {}

  @Get()
  @ApiOperation({ summary: 'Invoices, filtered, sorted and by page' })
  @ApiOkResponse({ type: InvoicePageDto })
  @ApiProblems('request.invalid')
  async list(@Query() { status, ...query }: InvoiceQueryDto): Promise<InvoicePageDto> {
    const { data, total } = await this.desk.list({ ...query, statuses: status });
    return { data: data.map(toSummary), total };
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many invoices are in each state' })
  @ApiOkResponse({ type: InvoiceCountsDto })
  counts(): Promise<InvoiceCountsDto> {
    return this.desk.counts();
  }

  @Get(':id')
  @ApiOperation({ summary: 'Everything of an invoice' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  @ApiProblems('resource.not_found')
  async find(@Param('id', ParseIntPipe) id: number): Promise<InvoiceDetailDto> {
    return toDetail(await this.desk.find(id));
  }

  @Editors()
  @Patch(':id')
  @ApiOperation({ summary: 'Correct fields, lines or VAT rows', description: 'The checks run again at once.' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  @ApiProblems(
    'request.invalid',
    'value.not_date',
    'value.not_decimal',
    'resource.not_found',
    'invoice.wrong_status',
    'invoice.version_conflict',
  )
  async edit(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, ...edit }: EditInvoiceDto,
    @Caller() caller: Principal,
  ): Promise<InvoiceDetailDto> {
    return toDetail(await this.desk.edit(id, edit, { actor: caller.actor, version }));
  }

  @Editors()
  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept into the books' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  @ApiProblems(
    'resource.not_found',
    'invoice.wrong_status',
    'invoice.version_conflict',
    'invoice.duplicate_number',
    'invoice.incomplete',
  )
  async accept(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, evenIfDuplicate = false }: AcceptDto,
    @Caller() caller: Principal,
  ): Promise<InvoiceDetailDto> {
    return toDetail(await this.desk.accept(id, { actor: caller.actor, version, evenIfDuplicate }));
  }

  @Editors()
  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reject with a reason' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  @ApiProblems('request.invalid', 'resource.not_found', 'invoice.wrong_status', 'invoice.version_conflict')
  async reject(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, reason }: RejectDto,
    @Caller() caller: Principal,
  ): Promise<InvoiceDetailDto> {
    return toDetail(await this.desk.reject(id, { actor: caller.actor, version, reason }));
  }

  @Editors()
  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an accept or a reject back', description: 'The invoice is in review again.' })
  @ApiOkResponse({ type: InvoiceDetailDto })
  @ApiProblems('resource.not_found', 'invoice.wrong_status', 'invoice.version_conflict')
  async reopen(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: VersionDto,
    @Caller() caller: Principal,
  ): Promise<InvoiceDetailDto> {
    return toDetail(await this.desk.reopen(id, { actor: caller.actor, version }));
  }

  @Editors()
  @Post(':id/reprocess')
  @HttpCode(202)
  @ApiOperation({ summary: 'Read again', description: 'Values that a person has set stay.' })
  @ApiAcceptedResponse({ type: ReceivedDto })
  @ApiProblems('engine.unknown', 'engine.unavailable', 'resource.not_found', 'invoice.wrong_status')
  async reprocess(
    @Param('id', ParseIntPipe) id: number,
    @Body() { engine }: ReprocessDto,
    @Caller() caller: Principal,
  ): Promise<ReceivedDto> {
    await this.desk.reprocess(id, engine, caller.actor);
    return { id, status: 'queued' };
  }
}
