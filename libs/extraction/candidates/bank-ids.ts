import { compact, ibanLength, isBic, isIban, isIbanForm } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { type Line, type Token, spanOf } from '../layout/index.js';
import { asDigits } from '../values/index.js';
import { type Candidate } from './candidate.js';
import { candidate, flag, labelBefore, longest, type SideOf } from './on-line.js';

/** The account number with misread letters turned into digits, where that makes its check digits right. */
function mendedIban(text: string, tokens: readonly Token[]): string | null {
  if (isIban(text) || tokens.every((token) => token.confidence >= 1)) return null;
  const mended = text.slice(0, 2) + asDigits(text.slice(2));
  return isIban(mended) ? mended : null;
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

export function ibans(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
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
    const mended = mendedIban(text, tokens);
    text = mended ?? text;
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
        [
          ...(label === null ? [] : [`label:${label.text}`]),
          valid ? 'checksum:iban' : 'checksum_failed:iban',
          ...(mended === null ? [] : ['repaired:ocr']),
        ],
      ),
    );
    i += tokens.length - 1;
  }
  return found;
}

export function bics(facts: Facts, line: Line, sideOf: SideOf): Candidate[] {
  const found: Candidate[] = [];
  line.tokens.forEach((token, i) => {
    const text = token.text.replace(/[.,;)]+$/, '');
    if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text) || !isBic(text)) return;
    const label = labelBefore(facts, line, i, 'bic');
    const withDigit = /\d/.test(text.slice(6)) || text.endsWith('XXX');
    const besideIban = facts.labels[line.index]!.some((other) => hasMeaning(other, 'iban'));
    if (label === null && !text.endsWith('XXX') && !(besideIban && withDigit)) return;
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
