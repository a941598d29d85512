import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InvoiceDesk } from '../../../../libs/pipeline/index.js';
import { SignedIn } from '../auth/access.js';
import { PageQueryDto } from '../invoices/invoice-requests.dto.js';
import { ApiProblems } from '../problem/api-problems.js';

export class SupplierDto {
  @ApiProperty({ example: 3 })
  id!: number;

  @ApiProperty({ example: 'Papeterie du Canal' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'FR44732829320' })
  vatId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '732829320' })
  siren!: string | null;
}

export class SupplierPageDto {
  @ApiProperty({ type: [SupplierDto] })
  data!: SupplierDto[];

  @ApiProperty({ example: 12 })
  total!: number;
}

@ApiTags('suppliers')
@SignedIn()
@Controller('suppliers')
export class SuppliersController {
  constructor(private readonly desk: InvoiceDesk) {}

  @Get()
  @ApiOperation({ summary: 'Suppliers whose invoices were read' })
  @ApiOkResponse({ type: SupplierPageDto })
  list(@Query() query: PageQueryDto): Promise<SupplierPageDto> {
    return this.desk.suppliers(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One supplier' })
  @ApiOkResponse({ type: SupplierDto })
  @ApiProblems('resource.not_found')
  find(@Param('id', ParseIntPipe) id: number): Promise<SupplierDto> {
    return this.desk.supplier(id);
  }
}
