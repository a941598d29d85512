import { compact, isSiren, isSiret, isVatId, isVatIdForm } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { type Line, spanOf } from '../layout/index.js';
import { asDigits } from '../values/index.js';
import { type Candidate } from './candidate.js';
import { candidate, flag, labelBefore, longest, type SideOf } from './on-line.js';

export function vatIds(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
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

const isMendedLegalId = (text: string): boolean => isSiren(asDigits(text)) || isSiret(asDigits(text));

/** Digits behind `FR 11`: part of a VAT number, no SIREN of their own. */
function insideVatId(line: Line, at: number): boolean {
  const before = line.tokens[at - 1]!.text;
  if (!/^[A-Z]{2}\d{0,2}$/i.test(before)) return false;
  const behind = line.tokens.slice(at, at + 5).map((token) => token.text);
  return isVatIdForm(compact(before + behind.join('')).slice(0, 13));
}

export function legalIds(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  const label = facts.labels[line.index]!.find((entry) => hasMeaning(entry, 'siren', 'siret'));
  for (let i = 0; i < line.tokens.length; i++) {
    if (!/^\d/.test(line.tokens[i]!.text)) continue;
    if (i > 0 && insideVatId(line, i)) continue;
    const plain = longest(line, i, 14, (text) => /^(\d{9}|\d{14})$/.test(text));
    const mended = plain === null && line.tokens[i]!.confidence < 1 ? longest(line, i, 14, isMendedLegalId) : null;
    const hit = plain ?? (mended && { ...mended, text: asDigits(mended.text) });
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
        [
          `label:${near.text}`,
          valid ? 'checksum:legal_id' : 'checksum_failed:legal_id',
          ...(mended === null ? [] : ['repaired:ocr']),
        ],
      ),
    );
    i = hit.end - 1;
  }
  return found;
}
