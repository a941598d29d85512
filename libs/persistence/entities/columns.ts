import { type ColumnOptions, type ValueTransformer } from 'typeorm';

/** mysql2 gives bigint as text once it is large; every value here is within exact integers. */
const wholeNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** Money in minor units, sizes in bytes, quantities in millionths. */
export const bigint = (options: ColumnOptions = {}): ColumnOptions => ({
  type: 'bigint',
  transformer: wholeNumber,
  ...options,
});

/** UTC with milliseconds, always set in code. */
export const instant = (options: ColumnOptions = {}): ColumnOptions => ({
  type: 'datetime',
  precision: 3,
  ...options,
});

export const nullable = { nullable: true } as const;
