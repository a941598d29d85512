import {
  ABSENT,
  type Field,
  type FieldName,
  fieldsWith,
  type FieldSource,
  type ReadInvoice,
  type Warning,
} from '../domain/index.js';
import { type AmountCandidate, totalCandidates, type TotalField } from './candidates/amounts.js';
import { barcodeCandidates } from './candidates/barcodes.js';
import { type Candidate } from './candidates/candidate.js';
import { currencyCandidates } from './candidates/currency.js';
import { dateCandidates } from './candidates/dates.js';
import { documentTypeCandidates } from './candidates/document-type.js';
import { identifierCandidates } from './candidates/identifiers.js';
import { sidesOf } from './candidates/on-line.js';
import { referenceCandidates } from './candidates/references.js';
import { termsCandidates } from './candidates/terms.js';
import { type ExtractionInput, type Extractor } from './extractor.js';
import { type Facts, factsOf } from './facts.js';
import { boxOf, layoutOf } from './layout/index.js';
import { type ItemTable, readBareRows, readFreeRows, readTables } from './lines/index.js';
import { addressOf, type NameCandidate, nameCandidates, type PartyBlock, partyBlocks } from './parties/index.js';
import { type CandidateScorer, rank, type Scored, WeightedScorer } from './scoring/index.js';
import {
  best,
  fieldFrom,
  linesFrom,
  type Parties,
  basesOf,
  solveDates,
  solveIdentifiers,
  solveParties,
  solveReferences,
  solveTotals,
  sumOf,
  type Totals,
} from './solver/index.js';
import { cents, centsText } from './values/index.js';
import { breakdownOf, type RateLine, rateLines } from './vat/index.js';

/** Names found by their place alone. */
const MOST_WITHOUT_LABEL = 0.85;
/** The same in pixels, where a logo or a misread label looks like a name: a person has a look. */
const MOST_WITHOUT_LABEL_IN_PIXELS = 0.65;

type Fields = Partial<Record<FieldName, Field>>;

/** Rules over words: candidates for every field, judged by a scorer, chosen together so that they agree. */
export class RulesExtractor implements Extractor {
  readonly id = 'rules-1';

  constructor(private readonly scorer: CandidateScorer = new WeightedScorer()) {}

  extract({ pages, barcodes }: ExtractionInput): ReadInvoice {
    const sources = new Map<number, FieldSource>(
      pages.map((page) => [page.number, page.engineId === 'text' ? 'text' : 'ocr']),
    );
    const facts = factsOf(layoutOf(pages), barcodes, sources);
    const fromCodes = barcodeCandidates(barcodes, facts);
    let table = readTables(facts);
    if (table.rows.length === 0) table = readFreeRows(facts);

    const money = this.totals(facts, table, fromCodes);
    const { totals, rates } = money;
    table = money.table;
    const fields: Fields = {
      ...this.dates(facts, table, fromCodes),
      ...this.references(facts, table, fromCodes),
      ...this.parties(facts, table, fromCodes),
      ...this.simple(facts, fromCodes),
      ...totalFields(totals),
    };
    const credit = this.creditNote(facts, totals, table);
    Object.assign(fields, { documentType: credit.field });

    const amount = (name: TotalField): number | null =>
      fields[name]?.value ? cents(Number(fields[name].value)) : null;
    const vatBreakdown = breakdownOf(rates, amount('totalWithoutVat'), amount('totalVat'), basesOf(table.rows));
    completeTotals(fields, rates);
    const sum = sumOf(table.rows);
    const sumFits = sum !== null && (sum === amount('totalWithoutVat') || sum === amount('totalWithVat'));
    return {
      fields: fieldsWith(fields),
      vatBreakdown,
      lines: linesFrom(table.rows, sumFits, credit.is),
      warnings: warningsOf(fields, sum, sumFits),
    };
  }

  private totals(
    facts: Facts,
    table: ItemTable,
    fromCodes: readonly Candidate[],
  ): { totals: Totals; rates: RateLine[]; table: ItemTable } {
    const rates = rateLines(facts, table.lines);
    const percents = [
      ...new Set(
        facts.numbers
          .flat()
          .filter((number) => number.percent)
          .map((number) => number.amount),
      ),
    ];
    const coded = fromCodes.filter(isAmount).map((candidate): AmountCandidate => ({
      ...candidate,
      field: candidate.field as TotalField,
      cents: cents(Number(candidate.value)),
      negative: false,
    }));
    const ranked = rank([...totalCandidates(facts, table.lines), ...coded], this.scorer);
    const totals = solveTotals(ranked, { rates, percents, linesSum: sumOf(table.rows) });
    if (table.rows.length > 0) return { totals, rates, table };
    const targets = (['totalWithoutVat', 'totalWithVat'] as const).flatMap(
      (name) => totals.chosen[name]?.scored.candidate.cents ?? [],
    );
    return { totals, rates, table: readBareRows(facts, targets) };
  }

  private dates(facts: Facts, table: ItemTable, fromCodes: readonly Candidate[]): Fields {
    return named(solveDates(rank([...dateCandidates(facts, table.lines), ...fromCodes], this.scorer)));
  }

  private references(facts: Facts, table: ItemTable, fromCodes: readonly Candidate[]): Fields {
    return named(solveReferences(rank([...referenceCandidates(facts, table.lines), ...fromCodes], this.scorer)));
  }

  private parties(facts: Facts, table: ItemTable, fromCodes: readonly Candidate[]): Fields {
    const blocks = partyBlocks(facts);
    const candidates = nameCandidates(facts, blocks, table.lines);
    const names = solveParties(rank(candidates, this.scorer));
    const sideOf = sidesOf(blocks, ownersOf(names));
    const identifiers = solveIdentifiers([...identifierCandidates(facts, sideOf), ...fromCodes], this.scorer);
    return {
      ...named(identifiers),
      ...partyFields('seller', names.seller, candidates),
      ...partyFields('buyer', names.buyer, candidates),
    };
  }

  private simple(facts: Facts, fromCodes: readonly Candidate[]): Fields {
    const ranked = rank([...termsCandidates(facts), ...currencyCandidates(facts), ...fromCodes], this.scorer);
    return named({ paymentTerms: best(ranked, 'paymentTerms'), currency: best(ranked, 'currency') });
  }

  private creditNote(facts: Facts, { chosen }: Totals, table: ItemTable): { is: boolean; field: Field } {
    const gross = chosen.totalWithVat ?? chosen.totalWithoutVat ?? chosen.amountDue;
    const lines = table.rows.length > 0 && table.rows.every((row) => (row.net?.amount ?? 0) < 0);
    const negative = gross?.scored.candidate.negative === true || lines;
    const ranked = rank(documentTypeCandidates(facts), this.scorer);
    const title = best(ranked, 'documentType');
    if (negative && title?.candidate.value !== 'creditNote') {
      const evidence = gross?.scored.candidate.evidence ?? [];
      return {
        is: true,
        field: {
          ...ABSENT,
          value: 'creditNote',
          confidence: 0.9,
          source: 'computed',
          evidence,
          why: ['amounts:negative'],
        },
      };
    }
    if (title === null) return { is: false, field: ABSENT };
    return {
      is: title.candidate.value === 'creditNote',
      field: fieldFrom(title, negative ? ['amounts:negative'] : []),
    };
  }
}

function isAmount(candidate: Candidate): boolean {
  return ['totalWithoutVat', 'totalVat', 'totalWithVat', 'amountDue'].includes(candidate.field);
}

function named(picks: { readonly [name in FieldName]?: Scored | null }): Fields {
  return Object.fromEntries(
    Object.entries(picks).flatMap(([name, pick]) => (pick ? [[name, fieldFrom(pick)]] : [])),
  ) as Fields;
}

function ownersOf({ seller, buyer }: Parties): Map<PartyBlock, 'party.seller' | 'party.buyer'> {
  const owners = new Map<PartyBlock, 'party.seller' | 'party.buyer'>();
  if (seller) owners.set(seller.candidate.block, 'party.seller');
  if (buyer && buyer.candidate.block !== seller?.candidate.block) owners.set(buyer.candidate.block, 'party.buyer');
  return owners;
}

function partyFields(
  side: 'seller' | 'buyer',
  name: Scored<NameCandidate> | null,
  all: readonly NameCandidate[],
): Fields {
  if (name === null) return {};
  const { field, key } = name.candidate;
  const others = all.filter((candidate) => candidate.field === field && candidate.key === key);
  const address = addressOf(name.candidate, others);
  const given = believed(fieldFrom(name, []), Boolean(name.candidate.features['labelled']));
  const own: Fields = { [`${side}Name`]: given };
  if (address === null) return own;
  const evidence = [{ page: address.tokens[0]!.page, box: boxOf(address.tokens) }];
  const read: Field = {
    ...given,
    value: address.text,
    raw: address.text,
    evidence,
    why: [`address_of:${name.candidate.value}`],
  };
  return { ...own, [`${side}Address`]: { ...read, confidence: Number((read.confidence * 0.95).toFixed(3)) } };
}

function believed(field: Field, labelled: boolean): Field {
  if (labelled) return field;
  const most = field.source === 'ocr' ? MOST_WITHOUT_LABEL_IN_PIXELS : MOST_WITHOUT_LABEL;
  return { ...field, confidence: Math.min(field.confidence, most) };
}

/** Totals that agree with one another are near certain; a lone one is believed less. */
function totalFields({ chosen, confirmed }: Totals): Fields {
  const fields: Fields = {};
  for (const [name, pick] of Object.entries(chosen) as [TotalField, NonNullable<Totals['chosen'][TotalField]>][]) {
    const proven = confirmed && name !== 'amountDue';
    const lines = pick.why.includes('arithmetic:lines');
    fields[name] = fieldFrom(pick.scored, pick.why, proven || lines ? 0.97 : 0, proven || lines ? undefined : 0.9);
  }
  return fields;
}

/** What follows from the figures found: VAT from its rows, the total from what is to be paid. */
function completeTotals(fields: Fields, rates: readonly RateLine[]): void {
  const value = (name: TotalField): number | null => (fields[name]?.value ? cents(Number(fields[name].value)) : null);
  const [net, vat, gross, due] = [
    value('totalWithoutVat'),
    value('totalVat'),
    value('totalWithVat'),
    value('amountDue'),
  ];
  const computed = (amount: number, why: string): Field => ({
    ...ABSENT,
    value: centsText(amount),
    confidence: 0.85,
    source: 'computed',
    why: [why],
  });
  if (vat === null && net !== null && gross !== null && gross > net) {
    const sum = rates.reduce((total, row) => total + row.amount, 0);
    if (rates.length > 0 && Math.abs(sum - (gross - net)) <= rates.length)
      fields.totalVat = computed(gross - net, 'sum:vat_rows');
  }
  if (gross === null && due !== null && (net === null || vat === null || net + vat === due)) {
    fields.totalWithVat = {
      ...fields.amountDue!,
      confidence: Number((fields.amountDue!.confidence * 0.9).toFixed(3)),
      why: [...fields.amountDue!.why, 'same_as:amountDue'],
    };
  }
}

function warningsOf(fields: Fields, sum: number | null, sumFits: boolean): Warning[] {
  const warnings: Warning[] = [];
  for (const [field, { why, value }] of Object.entries(fields)) {
    if (why.some((reason) => reason.startsWith('checksum_failed')))
      warnings.push({ code: 'extraction.checksum_failed', params: { field, value } });
  }
  if (sum !== null && !sumFits)
    warnings.push({
      code: 'extraction.lines_do_not_add_up',
      params: { sum: centsText(sum), total: fields.totalWithoutVat?.value ?? fields.totalWithVat?.value ?? null },
    });
  return warnings;
}
