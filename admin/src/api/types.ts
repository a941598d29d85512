import { type components } from './schema';

type Schemas = components['schemas'];

export type Summary = Schemas['InvoiceSummaryDto'];
export type Invoice = Schemas['InvoiceDetailDto'];
export type InvoiceStatus = Schemas['InvoiceStatus'];
export type Counts = Schemas['InvoiceCountsDto'];
export type Field = Schemas['FieldDto'];
export type Line = Schemas['LineDto'];
export type VatRow = Schemas['VatRowDto'];
export type Check = Schemas['CheckDto'];
export type Warning = Schemas['WarningDto'];
export type HistoryEvent = Schemas['EventDto'];
export type PageWords = Schemas['PageWordsDto'];
export type Word = Schemas['WordDto'];
export type Received = Schemas['ReceivedDto'];
export type Engine = Schemas['EngineDto'];
export type Supplier = Schemas['SupplierDto'];
export type User = Schemas['UserDto'];
export type ApiKey = Schemas['ApiKeyDto'];
export type Role = Schemas['Role'];
export type Me = Schemas['MeDto'];
export type Token = Schemas['TokenDto'];
export type Problem = Schemas['ProblemDto'];

export const STATUSES: readonly InvoiceStatus[] = [
  'in_review',
  'queued',
  'processing',
  'failed',
  'accepted',
  'rejected',
];
