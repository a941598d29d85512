import {
  compact,
  type FieldName,
  ibanLength,
  isBic,
  isIban,
  isIbanForm,
  isSiren,
  isSiret,
  isVatId,
  isVatIdForm,
} from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { hasMeaning, type Label, type LabelKey } from '../labels/index.js';
import { type Line, type Token } from '../layout/index.js';
import { type PartyBlock, type PartyKey } from '../parties/index.js';
import { type Candidate, positionFeatures, printed, type Span } from './candidate.js';

/** Which party the place of a span speaks of, by the nearest party label above it in its column. */
export type SideOf = (span: Span) => PartyKey | null;

export function sidesOf(blocks: readonly PartyBlock[], owners: ReadonlyMap<PartyBlock, PartyKey>): SideOf {
  const byToken = new Map<Token, PartyKey>();
  for (const block of blocks) {
    block.segments.forEach((segment, index) => {
      const key = block.governed[index]?.key ?? owners.get(block);
      if (key !== undefined) for (const token of segment.tokens) byToken.set(token, key);
    });
  }
  return (span) => byToken.get(span.tokens[0]!) ?? null;
}

function spanOf(tokens: readonly Token[], line: number): Span {
  const last = tokens[tokens.length - 1]!;
  const first = tokens[0]!;
  return { tokens, line, page: first.page, x0: first.x0, x1: last.x1, y0: first.y0, y1: last.y1 };
}

/** Joins tokens from `start` while the text can still become what `accepts` wants; the longest accepted one. */
function longest(
  line: Line,
  start: number,
  limit: number,
  accepts: (text: string) => boolean,
): { text: string; end: number } | null {
  let text = '';
  let best: { text: string; end: number } | null = null;
  for (let i = start; i < line.tokens.length && text.length < limit; i++) {
    if (i > start && line.tokens[i]!.x0 - line.tokens[i - 1]!.x1 > 1.2 * line.em) break;
    if (i > start && /^[:;()|=]$/.test(line.tokens[i]!.text)) break;
    text += compact(line.tokens[i]!.text);
    if (text.length <= limit && accepts(text)) best = { text, end: i + 1 };
  }
  return best;
}

function labelBefore(facts: Facts, line: Line, at: number, ...keys: LabelKey[]): Label | null {
  const x = line.tokens[at]!.x0;
  const before = facts.labels[line.index]!.filter((label) => label.x0 <= x + 1e-6);
  const nearest = before[before.length - 1];
  if (nearest !== undefined && hasMeaning(nearest, ...keys) && x - nearest.x1 < 12 * line.em) return nearest;
  for (let index = line.index - 1; index >= Math.max(0, line.index - 2); index--) {
    const upper = facts.layout.lines[index]!;
    if (upper.page !== line.page || line.y0 - upper.y1 > 2 * line.em) break;
    const over = facts.labels[index]!.find(
      (label) => hasMeaning(label, ...keys) && label.x0 < line.tokens[at]!.x1 + line.em && label.x1 > x - line.em,
    );
    if (over !== undefined) return over;
  }
  return null;
}

function candidate(
  field: FieldName,
  value: string,
  span: Span,
  facts: Facts,
  features: Record<string, number>,
  why: string[],
): Candidate {
  return { field, value, ...printed(span, facts), features: { ...positionFeatures(span, facts), ...features }, why };
}

const flag = (value: unknown): number => (value ? 1 : 0);

function vatIds(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    const head = compact(line.tokens[i]!.text);
    if (!/^([A-Z]{2}|CHE)/.test(head) || /^[A-Z]{4,}$/.test(head)) continue;
    const hit = longest(line, i, 16, isVatIdForm);
    if (hit === null || !/\d{5}/.test(hit.text.slice(2).replace(/[A-Z]/g, ''))) continue;
    const label = labelBefore(facts, line, i, 'vatId', 'buyerVatId');
    const spaced = hit.end > i + 1 && head.length === 2;
    const known = isVatId(hit.text);
    if (label === null && (spaced || head.length < 4) && !(hit.text.startsWith('FR') && known)) continue;
    const span = spanOf(line.tokens.slice(i, hit.end), line.index);
    const side = sideOf(span);
    const buyerLabel = label !== null && hasMeaning(label, 'buyerVatId');
    const shared = { labelled: flag(label), checksum: flag(known && hit.text.startsWith('FR')), form: 1 };
    const why = [
      ...(label === null ? [] : [`label:${label.text}`]),
      known ? 'checksum:vat_id' : 'checksum_failed:vat_id',
    ];
    const buyerSide = buyerLabel || side === 'party.buyer' || side === 'party.delivery';
    const foreign = side === 'party.taxRep' || side === 'party.payee';
    found.push(
      candidate(
        'sellerVatId',
        hit.text,
        span,
        facts,
        { ...shared, ownSide: flag(side === 'party.seller'), otherSide: flag(buyerSide || foreign) },
        why,
      ),
    );
    found.push(
      candidate(
        'buyerVatId',
        hit.text,
        span,
        facts,
        { ...shared, ownSide: flag(buyerSide), otherSide: flag(!buyerSide && (side !== null || !buyerLabel)) },
        why,
      ),
    );
    i = hit.end - 1;
  }
  return found;
}

function legalIds(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  const label = facts.labels[line.index]!.find((entry) => hasMeaning(entry, 'siren', 'siret'));
  for (let i = 0; i < line.tokens.length; i++) {
    if (!/^\d/.test(line.tokens[i]!.text)) continue;
    if (
      i > 0 &&
      /^[A-Z]{2}\d{0,2}$/i.test(line.tokens[i - 1]!.text) &&
      isVatIdForm(
        compact(
          line.tokens[i - 1]!.text +
            line.tokens
              .slice(i, i + 5)
              .map((token) => token.text)
              .join(''),
        ).slice(0, 13),
      )
    )
      continue;
    const hit = longest(line, i, 14, (text) => /^(\d{9}|\d{14})$/.test(text));
    if (hit === null) continue;
    const valid = hit.text.length === 14 ? isSiret(hit.text) : isSiren(hit.text);
    const near = label ?? labelBefore(facts, line, i, 'siren', 'siret');
    if (near === null) continue;
    const right = near.line === line.index && near.x0 > line.tokens[i]!.x0;
    if (right && near.x0 - line.tokens[hit.end - 1]!.x1 > 3 * line.em) continue;
    if (!valid && (near.line !== line.index || right)) continue;
    const between = line.tokens.filter(
      (token) => token.x0 >= near.x1 && token.x1 <= line.tokens[i]!.x0 && token.norm.length > 1,
    ).length;
    const span = spanOf(line.tokens.slice(i, hit.end), line.index);
    const side = sideOf(span);
    const foreign = side !== null && side !== 'party.seller';
    found.push(
      candidate(
        'sellerLegalId',
        hit.text,
        span,
        facts,
        {
          labelled: between > 5 && !valid ? 0 : 1,
          checksum: flag(valid),
          form: 1,
          ownSide: flag(side === 'party.seller'),
          otherSide: flag(foreign),
          siret: flag(hit.text.length === 14),
        },
        [`label:${near.text}`, valid ? 'checksum:legal_id' : 'checksum_failed:legal_id'],
      ),
    );
    i = hit.end - 1;
  }
  return found;
}

/** The rest of an IBAN that goes on under its beginning. */
function wrapped(
  facts: Facts,
  line: Line,
  head: { text: string; end: number; x0: number },
  wanted: number,
): { text: string; tokens: Token[] } | null {
  for (let index = line.index + 1; index <= line.index + 2 && index < facts.layout.lines.length; index++) {
    const next = facts.layout.lines[index]!;
    if (next.page !== line.page || next.y0 - line.y1 > 1.5 * line.em) return null;
    const start = next.tokens.findIndex((token) => Math.abs(token.x0 - head.x0) < 2 * line.em);
    if (start < 0) continue;
    let text = head.text;
    for (let i = start; i < next.tokens.length && text.length < wanted; i++) {
      text += compact(next.tokens[i]!.text);
      if (text.length === wanted && isIban(text)) return { text, tokens: next.tokens.slice(start, i + 1) };
    }
  }
  return null;
}

function ibans(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    const head = compact(line.tokens[i]!.text);
    const lead = head + (head.length < 4 && line.tokens[i + 1] ? compact(line.tokens[i + 1]!.text) : '');
    if (!/^[A-Z]{2}\d{2}/.test(lead) || !/^[A-Z]{2}(\d|$)/.test(head)) continue;
    const wanted = ibanLength(lead.slice(0, 2));
    if (wanted === null) continue;
    const label = labelBefore(facts, line, i, 'iban');
    const hit = longest(line, i, wanted, (text) => text.length === wanted && isIbanForm(text));
    let text = hit?.text ?? null;
    let tokens: Token[] = line.tokens.slice(i, hit?.end ?? i);
    if (text === null) {
      const part = longest(line, i, wanted - 1, (candidateText) => /^[A-Z]{2}\d{2}[A-Z0-9]{4,}$/.test(candidateText));
      const rest = part && wrapped(facts, line, { ...part, x0: line.tokens[i]!.x0 }, wanted);
      if (part === null || rest === null) continue;
      text = rest.text;
      tokens = [...line.tokens.slice(i, part.end), ...rest.tokens];
    }
    const valid = isIban(text);
    if (!valid && (label === null || label.meanings.every((meaning) => !meaning.strong))) continue;
    const span = spanOf(tokens, line.index);
    const side = sideOf(span);
    found.push(
      candidate(
        'iban',
        text,
        span,
        facts,
        {
          labelled: flag(label),
          checksum: flag(valid),
          form: 1,
          otherSide: flag(side === 'party.buyer' || side === 'party.delivery'),
        },
        [...(label === null ? [] : [`label:${label.text}`]), valid ? 'checksum:iban' : 'checksum_failed:iban'],
      ),
    );
    i += tokens.length - 1;
  }
  return found;
}

function bics(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  line.tokens.forEach((token, i) => {
    const text = token.text.replace(/[.,;)]+$/, '');
    if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text) || !isBic(text)) return;
    const label = labelBefore(facts, line, i, 'bic');
    const withDigit = /\d/.test(text.slice(6)) || text.endsWith('XXX');
    if (label === null && !withDigit) return;
    const span = spanOf([token], line.index);
    const side = sideOf(span);
    found.push(
      candidate(
        'bic',
        text,
        span,
        facts,
        { labelled: flag(label), checksum: flag(withDigit) * 0.5, form: 1, otherSide: flag(side === 'party.buyer') },
        label === null ? ['form:bic'] : [`label:${label.text}`, 'form:bic'],
      ),
    );
  });
  return found;
}

/** VAT ids, SIREN and SIRET, IBAN and BIC wherever they stand, with the side they seem to belong to. */
export function identifierCandidates(facts: Facts, sideOf: SideOf): Candidate[] {
  return facts.layout.lines.flatMap((line) => [
    ...vatIds(facts, line, sideOf),
    ...legalIds(facts, line, sideOf),
    ...ibans(facts, line, sideOf),
    ...bics(facts, line, sideOf),
  ]);
}
