import {
  FIELD_KINDS,
  FIELD_NAMES,
  type CheckResult,
  type Field,
  type FieldName,
  type ReadInvoice,
} from '../../domain/index.js';
import { MANDATORY } from '../checks/index.js';
import factors from './doubt-factors.json' with { type: 'json' };

const FACTORS: Readonly<Record<string, { passed: number; failed: number }>> = factors;

/** A value that fails a check is doubtful however sure its reader was: no reader is taken to be surer than this. */
const DOUBT_OF_THE_SURE = 0.05;

/** The e-invoice itself and a person's word are not made doubtful by a check: the checks' own severity speaks there. */
const certain = ({ source }: Field): boolean => source === 'xml' || source === 'person';

/**
 * The confidence in one field after the checks that speak of it: each check that passed shrinks the doubt
 * (1 − confidence) by its factor, each that failed multiplies it.
 */
export function checkedConfidence(name: FieldName, field: Field, checks: readonly CheckResult[]): number {
  if (certain(field)) return field.confidence;
  let doubt = 1 - field.confidence;
  for (const { code, passed, fields } of checks) {
    const factor = FACTORS[code];
    if (!factor || passed === null || !fields.includes(name)) continue;
    doubt = passed ? doubt * factor.passed : Math.max(doubt, DOUBT_OF_THE_SURE) * factor.failed;
  }
  return Math.max(0, 1 - doubt);
}

/** Fields whose error costs money, when they were read at all. */
const COSTLY: readonly FieldName[] = [...MANDATORY, 'totalWithoutVat', 'totalVat', 'iban', 'dueDate'];

/**
 * How likely it is that the header is right: the product over the fields that are mandatory or costly (each may be
 * wrong by itself, and one is enough), or the least sure of the other fields if that is lower, since those are mostly
 * wrong together. Addresses and payment terms are for information and count for nothing. A mandatory field that is
 * missing makes it 0. With calibrated confidences this is a probability; until then it is an order.
 */
export function scoreOf(invoice: ReadInvoice, checks: readonly CheckResult[]): number {
  const confidence = (name: FieldName): number => checkedConfidence(name, invoice.fields[name], checks);
  const given = FIELD_NAMES.filter((name) => invoice.fields[name].value !== null && FIELD_KINDS[name] !== 'text');
  if (MANDATORY.some((name) => !given.includes(name))) return 0;
  const product = given.filter((name) => COSTLY.includes(name)).reduce((chance, name) => chance * confidence(name), 1);
  const others = given.filter((name) => !COSTLY.includes(name)).map(confidence);
  return Math.min(product, ...others);
}
