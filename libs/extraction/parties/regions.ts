import { type Facts } from '../facts.js';
import { hasMeaning, type Label, type LabelKey } from '../labels/index.js';
import { type Block, blocksOf, type Segment } from '../layout/index.js';

export type PartyKey = Extract<LabelKey, `party.${string}`>;
export const PARTY_KEYS: readonly PartyKey[] = [
  'party.seller',
  'party.buyer',
  'party.delivery',
  'party.payee',
  'party.taxRep',
];

export interface Governed {
  readonly key: PartyKey;
  /** Segments since the label; 0 = the label itself. */
  readonly since: number;
  readonly label: Label;
}

/** A column of text with the parties that its lines speak of. */
export interface PartyBlock extends Block {
  /** For each segment the label at or above it in the block that names a party. */
  readonly governed: readonly (Governed | null)[];
}

/** A label that opens its cell and stands alone in it or is followed by a colon. */
export function partyLabel(facts: Facts, segment: Segment): { key: PartyKey; label: Label } | null {
  for (const label of facts.labels[segment.line]!) {
    const at = segment.tokens.indexOf(label.tokens[0]!);
    if (at < 0 || at > 0) continue;
    const key = PARTY_KEYS.find((name) => hasMeaning(label, name));
    if (key === undefined) continue;
    const behind = segment.tokens.slice(at + label.tokens.length);
    const colon = behind[0] !== undefined && /^[:=]$/.test(behind[0].text);
    const alone = behind.filter((token) => token.norm !== '').length === 0;
    const capital = behind[0] !== undefined && /^[\p{Lu}\d]/u.test(behind[0].text);
    if (alone || colon || (label.words >= 2 && capital)) return { key, label };
  }
  return null;
}

/** How far below its label a party may begin, in page widths: about four lines. */
const LABEL_REACH = 0.06;

/** Names under a label that stands a little apart from them. */
function labelAbove(
  block: Block,
  labelled: readonly { block: Block; own: { key: PartyKey; label: Label } }[],
): { key: PartyKey; label: Label } | null {
  const nearest = labelled
    .filter(
      ({ block: other }) =>
        other !== block &&
        other.page === block.page &&
        other.y1 <= block.y0 + 1e-6 &&
        block.y0 - other.y1 < LABEL_REACH,
    )
    .filter(({ block: other }) => Math.abs(other.x0 - block.x0) < 0.04)
    .sort((a, b) => b.block.y1 - a.block.y1)[0];
  return nearest?.own ?? null;
}

export function partyBlocks(facts: Facts): PartyBlock[] {
  const blocks = blocksOf(facts.layout);
  const labelled = blocks.flatMap((block) => {
    const own = partyLabel(facts, block.segments[block.segments.length - 1]!);
    return own === null ? [] : [{ block, own }];
  });
  return blocks.map((block) => {
    const above = labelled.length > 0 ? labelAbove(block, labelled) : null;
    let current: { key: PartyKey; label: Label; at: number } | undefined =
      above === null ? undefined : { ...above, at: -1 };
    const governed = block.segments.map((segment, index): Governed | null => {
      const own = partyLabel(facts, segment);
      if (own !== null) current = { ...own, at: index };
      return current === undefined ? null : { key: current.key, label: current.label, since: index - current.at };
    });
    return { ...block, governed };
  });
}
