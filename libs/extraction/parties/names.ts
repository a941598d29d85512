import { type Facts } from '../facts.js';
import { type TableArea } from '../lines/index.js';
import { hasMeaning, type Label, type LabelKey } from '../labels/index.js';
import { columnBelow, type Segment, textOf, type Token, type Span } from '../layout/index.js';
import { type Candidate, printed } from '../candidates/candidate.js';
import {
  domainsIn,
  FOOTER_WORDS,
  hasLegalForm,
  isPostalLine,
  isStreet,
  looksLikeName,
  nameKey,
  partsOfLetterhead,
} from './text.js';
import { type Governed, type PartyBlock, partyLabel } from './regions.js';

export interface NameCandidate extends Candidate {
  readonly field: 'sellerName' | 'buyerName';
  readonly key: string;
  readonly block: PartyBlock;
  readonly segment: Segment;
  /** The lines of text under the name in its column. */
  readonly below: readonly Segment[];
}

interface Name {
  readonly text: string;
  readonly tokens: readonly Token[];
}

interface Found extends Name {
  readonly segment: Segment;
  readonly block: PartyBlock;
  readonly at: number;
}

const OTHER_KEYS: readonly LabelKey[] = [
  'title.invoice',
  'title.creditNote',
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'deliveryDate',
  'buyerId',
  'orderReference',
  'otherRef',
  'otherDate',
  'totalWithVat',
  'totalWithoutVat',
  'totalVat',
  'amountDue',
  'paymentTerms',
  'paymentMeans',
  'vatId',
  'buyerVatId',
  'siren',
  'siret',
  'iban',
  'bic',
  'otherAmount',
  'currency',
];

/** The name of another field: the first word of the cell, or followed by a colon. */
function isOtherLabel(label: Label, segment: Segment): boolean {
  const strong = label.meanings.some((meaning) => meaning.strong && OTHER_KEYS.includes(meaning.key));
  const behind = segment.tokens[segment.tokens.indexOf(label.tokens[0]!) + label.tokens.length];
  const opens = segment.tokens[0] === label.tokens[0];
  return strong && label.text.length > 3 && (opens || behind?.text === ':');
}

/** A piece of a segment that may be a name: behind a party label, or the first part of a letterhead line. */
function nameIn(facts: Facts, segment: Segment): Name | null {
  const labels = facts.labels[segment.line]!.filter((label) => segment.tokens.includes(label.tokens[0]!));
  const own = partyLabel(facts, segment);
  const opening = labels.find((label) => label.tokens[0] === segment.tokens[0]);
  const contact = opening !== undefined && own === null && hasMeaning(opening, 'contact');
  let tokens: readonly Token[] = segment.tokens;
  const prefix = own?.label ?? (contact ? opening : undefined);
  if (prefix !== undefined) {
    tokens = segment.tokens.slice(prefix.tokens.length);
    while (tokens.length > 0 && (tokens[0]!.norm === '' || tokens[0]!.text === '.')) tokens = tokens.slice(1);
    if (contact && segment.tokens[prefix.tokens.length]?.text !== ':') return null;
  }
  const stop = labels.find((label) => tokens.includes(label.tokens[0]!) && isOtherLabel(label, segment));
  if (stop !== undefined) {
    if (stop.tokens[0] === tokens[0]) return null;
    tokens = tokens.slice(0, tokens.indexOf(stop.tokens[0]!));
  }
  const text = textOf(tokens);
  const head = (partsOfLetterhead(text)[0] ?? '').replace(/[\s,;:.–-]+$/, (end) =>
    /^\./.test(end) && hasLegalForm(text) ? '.' : '',
  );
  if (!looksLikeName(head)) return null;
  const length = head.split(/\s+/).length;
  let taken = 0;
  let words = 0;
  while (taken < tokens.length && (words < length || tokens[taken]!.glued)) {
    if (!tokens[taken]!.glued) words++;
    taken++;
  }
  return { text: head, tokens: tokens.slice(0, taken) };
}

/** Names in running legal text: `NETPRESSE – SARL au capital de …`, `© Free SAS au capital`. */
function nameBeforeCapital(facts: Facts, segment: Segment): Name | null {
  const at = segment.tokens.findIndex((token) => token.norm === 'capital');
  if (at < 2 || at > 10) return null;
  const joint = segment.tokens[at - 1]!.norm === 'au' ? at - 1 : at;
  const tokens = segment.tokens.slice(0, joint);
  const text = textOf(tokens).replace(/[\s,.:;–-]+$/, '');
  const name = (partsOfLetterhead(text)[0] ?? text).split(/[,.]\s+/)[0]!.replace(/^[^\p{L}\d]+/u, '');
  return looksLikeName(name) ? { text: name, tokens } : null;
}

/** `Cabinet Martin &` goes on in the line below. */
const goesOn = (name: Name): boolean => /(&| et| and| und)$/i.test(name.text);

const joined = (name: Name, next: Segment | undefined): Name =>
  next === undefined ? name : { text: `${name.text} ${next.text}`, tokens: [...name.tokens, ...next.tokens] };

export function nameCandidates(facts: Facts, blocks: readonly PartyBlock[], tables: TableArea): NameCandidate[] {
  const found: Found[] = [];
  const continued = new Set<Segment>();
  const firstPage = facts.layout.pages[0];
  const lastPage = facts.layout.pages[facts.layout.pages.length - 1];
  if (firstPage === undefined || lastPage === undefined) return [];
  for (const block of blocks) {
    if (block.page !== firstPage.number && block.page !== lastPage.number) continue;
    block.segments.forEach((segment, at) => {
      if (tables.covers(segment) || continued.has(segment)) return;
      const name = nameBeforeCapital(facts, segment) ?? nameIn(facts, segment);
      if (name === null) return;
      const next = goesOn(name) ? block.segments[at + 1] : undefined;
      if (next !== undefined) continued.add(next);
      found.push({ ...joined(name, next), segment, block, at });
    });
  }
  const counts = new Map<string, number>();
  const keys = found.map(({ text }) => nameKey(text));
  for (const key of new Set(keys)) {
    counts.set(key, keys.filter((other) => other === key || (key.length >= 6 && other.includes(key))).length);
  }
  const payees = new Set(
    found.filter(({ block, at }) => block.governed[at]?.key === 'party.payee').map(({ text }) => nameKey(text)),
  );
  const domains = domainsIn([...firstPage.lines, ...lastPage.lines].map((line) => textOf(line.tokens)).join(' '));
  const ems = firstPage.lines.map((line) => line.em).sort((a, b) => a - b);
  const usual = ems[Math.floor(ems.length / 2)] ?? 0.01;
  const topmost = found.find(
    ({ block, at }) => block.page === firstPage.number && block.governed[at] === null,
  )?.segment;
  return found.flatMap((entry) => judge(entry, { topmost, facts, counts, domains, payees, usual }));
}

interface Context {
  readonly facts: Facts;
  readonly counts: ReadonlyMap<string, number>;
  readonly domains: readonly string[];
  readonly payees: ReadonlySet<string>;
  /** The first line of the document that can be a name. */
  readonly topmost: Segment | undefined;
  /** Usual height of a line. */
  readonly usual: number;
}

function judge(found: Found, { facts, counts, domains, payees, topmost, usual }: Context): NameCandidate[] {
  const { segment, block, at, text, tokens } = found;
  const key = nameKey(text);
  if (key.length < 2) return [];
  const page = facts.layout.pages.find((candidate) => candidate.number === segment.page)!;
  const y = segment.y0 / page.height;
  const governed = block.governed[at] ?? labelToTheLeft(facts, block, segment);
  const names = block.segments
    .slice(0, at)
    .filter(
      (other, index) =>
        (block.governed[index]?.since ?? 1) > 0 &&
        looksLikeName(other.text) &&
        partsOfLetterhead(textOf(facts.layout.lines[other.line]!.tokens)).length < 3,
    ).length;
  const below = columnBelow(facts.layout, segment);
  const whole = textOf(segment.tokens);
  const address =
    below.some((other) => isPostalLine(other.text)) ||
    partsOfLetterhead(whole)
      .slice(1)
      .some((part) => isPostalLine(part) || isStreet(part));
  const span: Span = {
    tokens,
    line: segment.line,
    page: segment.page,
    x0: segment.x0,
    x1: segment.x1,
    y0: segment.y0,
    y1: segment.y1,
  };
  const firstAfterLabel = governed !== null && governed !== undefined && isFirstName(facts, block, at, governed.since);
  const near = governed !== null && governed !== undefined && governed.since <= 5;
  const shared = {
    legalForm: hasLegalForm(text) ? 1 : 0,
    address: address ? 1 : 0,
    first: names === 0 || firstAfterLabel ? 1 : 0,
    topmost: segment === topmost ? 1 : 0,
    payeeName: payees.has(key) ? 1 : 0,
    repeated: (counts.get(key) ?? 0) > 1 ? 1 : 0,
    large: (segment.y1 - segment.y0) / usual > 1.35 ? 1 : 0,
    firstPage: segment.page === facts.layout.pages[0]!.number ? 1 : 0,
    single: block.segments.length === 1 ? 1 : 0,
    middle: y > 0.4 && y < 0.8 ? 1 : 0,
    person: /^(m\.|mr|mme|mrs|herr|frau|monsieur|madame)\b/i.test(text) ? 1 : 0,
    comma: text.includes(',') ? 1 : 0,
    capitals: /^[^\p{Ll}]+$/u.test(text) ? 1 : 0,
  };
  const result: NameCandidate[] = [];
  for (const field of ['sellerName', 'buyerName'] as const) {
    const wanted = field === 'sellerName' ? 'party.seller' : 'party.buyer';
    const labelled = near && governed.key === wanted;
    const delivery = near && governed.key === 'party.delivery';
    const ids = block.segments.some((other) =>
      facts.labels[other.line]!.some(
        (label) => other.tokens.includes(label.tokens[0]!) && hasMeaning(label, 'siren', 'siret', 'vatId', 'iban'),
      ),
    );
    const domain = domains.some(
      (name) => name.length >= 3 && key.length >= 3 && (name.includes(key) || (key.includes(name) && name.length >= 4)),
    );
    result.push({
      field,
      value: text,
      key,
      block,
      segment,
      below,
      ...printed(span, facts),
      raw: text,
      features: {
        ...shared,
        labelled: labelled ? (firstAfterLabel ? 1 : 0.5) : 0,
        otherLabel:
          near && !labelled && !delivery && !(governed.key === 'party.payee' && field === 'sellerName') ? 1 : 0,
        delivery: delivery ? 1 : 0,
        payee: near && governed.key === 'party.payee' ? 1 : 0,
        domain: domain ? 1 : 0,
        ids: ids ? 1 : 0,
        footer:
          y > 0.8 &&
          FOOTER_WORDS.some((word) => block.segments.some((other) => other.text.toLowerCase().includes(word)))
            ? 1
            : 0,
        top: y < 0.2 ? 1 : 0,
        low: y > 0.8 ? 1 : 0,
        window: y > 0.08 && y < 0.38 ? 1 : 0,
      },
      why:
        labelled && governed
          ? [`label:${governed.label.text}`]
          : [address ? 'position:address_block' : y > 0.8 ? 'position:footer' : 'position:page'],
    });
  }
  return result;
}

/** The first line behind the label that can be a name. */
function isFirstName(facts: Facts, block: PartyBlock, at: number, since: number): boolean {
  for (let index = Math.max(0, at - since); index < at; index++) {
    if (nameIn(facts, block.segments[index]!) !== null) return false;
  }
  return true;
}

/** `Client` in one column and the name beside it in the next. */
function labelToTheLeft(facts: Facts, block: PartyBlock, segment: Segment): Governed | null {
  if (block.segments[0] !== segment) return null;
  const { segments } = facts.layout.lines[segment.line]!;
  const left = segments[segments.indexOf(segment) - 1];
  if (left === undefined) return null;
  const own = partyLabel(facts, left);
  return own !== null && own.label.tokens.length >= left.tokens.length - 1 ? { ...own, since: 1 } : null;
}
