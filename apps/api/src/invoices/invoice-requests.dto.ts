import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  Validate,
  ValidateIf,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import {
  FIELD_NAMES,
  INVOICE_STATUSES,
  type Box,
  type FieldName,
  type InvoiceStatus,
} from '../../../../libs/domain/index.js';
import { Given } from '../problem/given.js';
import { INVOICE_SORTS, type InvoiceSort } from '../../../../libs/payables/index.js';

const MAX_TEXT = 1000;
const MAX_ROWS = 2000;
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
const MONEY = /^-?\d{1,12}(\.\d{1,3})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RATE = /^\d{1,3}(\.\d{1,2})?$/;

export class PageQueryDto {
  @ApiPropertyOptional({ default: 1, minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page: number = 1;

  @ApiPropertyOptional({ default: 25, minimum: 1, maximum: 200 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  perPage: number = 25;

  @ApiPropertyOptional({ description: 'Words to look for' })
  @Given()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class InvoiceQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: INVOICE_SORTS, enumName: 'InvoiceSort', default: 'receivedAt' })
  @IsIn(INVOICE_SORTS)
  sort: InvoiceSort = 'receivedAt';

  @ApiPropertyOptional({ enum: ['ASC', 'DESC'], default: 'DESC' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toUpperCase() : value))
  @IsIn(['ASC', 'DESC'])
  order: 'ASC' | 'DESC' = 'DESC';

  @ApiPropertyOptional({
    enum: INVOICE_STATUSES,
    enumName: 'InvoiceStatus',
    isArray: true,
    description: 'One, several times, or a list with commas',
  })
  @Given()
  @Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).flatMap((part: unknown) => String(part).split(',')),
  )
  @IsIn(INVOICE_STATUSES, { each: true })
  status?: InvoiceStatus[];

  @ApiPropertyOptional()
  @Given()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  supplierId?: number;

  @ApiPropertyOptional({ format: 'date', description: 'Issued on or after' })
  @Given()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Issued on or before' })
  @Given()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;
}

@ValidatorConstraint({ name: 'fieldValues' })
export class FieldValues implements ValidatorConstraintInterface {
  validate(fields: unknown): boolean {
    return (
      typeof fields === 'object' &&
      fields !== null &&
      Object.entries(fields).every(
        ([name, value]) =>
          FIELD_NAMES.includes(name as FieldName) &&
          (value === null || (typeof value === 'string' && value.length <= MAX_TEXT)),
      )
    );
  }

  defaultMessage(): string {
    return `fields must have known names, and texts of at most ${MAX_TEXT} characters or null as values`;
  }
}

const isGiven = (_object: unknown, value: unknown): boolean => value !== null && value !== undefined;

export class EvidenceInputDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  page!: number;

  @ApiProperty({ type: [Number], minItems: 4, maxItems: 4 })
  @IsArray()
  @ArrayMinSize(4)
  @ArrayMaxSize(4)
  @IsNumber({}, { each: true })
  @Min(0, { each: true })
  @Max(1, { each: true })
  box!: Box;
}

export class LineInputDto {
  @ApiPropertyOptional({ type: String, nullable: true })
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(MAX_TEXT)
  description: string | null = null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '2' })
  @ValidateIf(isGiven)
  @Matches(DECIMAL)
  quantity: string | null = null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '4.90' })
  @ValidateIf(isGiven)
  @Matches(DECIMAL)
  unitPrice: string | null = null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '9.80' })
  @ValidateIf(isGiven)
  @Matches(MONEY)
  netAmount: string | null = null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '20.00' })
  @ValidateIf(isGiven)
  @Matches(RATE)
  vatRate: string | null = null;

  @ApiPropertyOptional({ type: [EvidenceInputDto], description: 'Where the line stands; kept as given' })
  @Given()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInputDto)
  evidence?: EvidenceInputDto[];
}

export class VatRowInputDto {
  @ApiProperty({ example: '20.00' })
  @Matches(RATE)
  rate!: string;

  @ApiProperty({ example: '11.00' })
  @Matches(MONEY)
  base!: string;

  @ApiProperty({ example: '2.20' })
  @Matches(MONEY)
  amount!: string;
}

export class VersionDto {
  @ApiPropertyOptional({
    description: 'The version that the person saw; when somebody changed it since, nothing happens',
  })
  @Given()
  @IsInt()
  @Min(1)
  version?: number;
}

export class EditInvoiceDto extends VersionDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    description: 'Values by field name; null = not on the document. Dates `YYYY-MM-DD`, amounts with a dot.',
    example: { invoiceNumber: 'F20260023', dueDate: null },
  })
  @Given()
  @IsObject()
  @Validate(FieldValues)
  fields?: Partial<Record<FieldName, string | null>>;

  @ApiPropertyOptional({ type: [LineInputDto], description: 'Replaces all lines' })
  @Given()
  @IsArray()
  @ArrayMaxSize(MAX_ROWS)
  @ValidateNested({ each: true })
  @Type(() => LineInputDto)
  lines?: LineInputDto[];

  @ApiPropertyOptional({ type: [VatRowInputDto], description: 'Replaces all VAT rows' })
  @Given()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => VatRowInputDto)
  vatBreakdown?: VatRowInputDto[];
}

export class AcceptDto extends VersionDto {
  @ApiPropertyOptional({
    description: 'Accept although this supplier has another invoice with this number that was not rejected',
  })
  @Given()
  @IsBoolean()
  evenIfDuplicate?: boolean;
}

export class RejectDto extends VersionDto {
  @ApiProperty({ example: 'Montant faux' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}

export class ReprocessDto {
  @ApiPropertyOptional({ default: 'auto', example: 'tesseract' })
  @IsString()
  @MaxLength(20)
  engine: string = 'auto';
}
