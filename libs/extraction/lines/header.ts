import { columnAt, type ColumnKind, meaningsOf } from '../labels/index.js';
import { type Line, textOf, type Token } from '../layout/index.js';

export interface Column {
  readonly kind: ColumnKind;
  readonly x0: number;
  readonly x1: number;
}

export interface TableHeader {
  readonly columns: readonly Column[];
  readonly firstLine: number;
  readonly lastLine: number;
}

interface Head {
  tokens: Token[];
  kinds: readonly ColumnKind[];
  x0: number;
  x1: number;
}

/** Tokens; a line with more is running text. */
const LONGEST_HEADING = 40;

const FIELDS = ['issueDate', 'dueDate', 'invoiceNumber', 'buyerId', 'orderReference'];

/** `Date de facture` beside a table is no column of it. */
const isFieldLabel = (tokens: readonly Token[]): boolean =>
  tokens.length >= 2 && meaningsOf(textOf(tokens)).some((meaning) => meaning.strong && FIELDS.includes(meaning.key));

/** A cell that holds one heading and a word or two more (`Price w/o`, `P.U. HT (EUR)`) is one head. */
function singleHead(tokens: readonly Token[]): Head | null {
  if (isFieldLabel(tokens)) return headFrom([...tokens], []);
  const first = columnAt(tokens, 0, Infinity);
  if (first === null) return null;
  const rest = tokens.slice(first.end).filter((token) => token.norm !== '');
  if (rest.length > 3 || rest.some((token) => columnAt(tokens, tokens.indexOf(token), Infinity) !== null)) return null;
  return headFrom([...tokens], first.kinds);
}

/** The headings of one line, words that are none kept as heads without a kind: another line may complete them. */
function headsOf(line: Line): Head[] {
  const heads: Head[] = [];
  for (const segment of line.segments) {
    const single = singleHead(segment.tokens);
    if (single !== null) {
      heads.push(single);
      continue;
    }
    let plain: Token[] = [];
    const flush = () => {
      if (plain.some((token) => token.norm !== '')) heads.push(headFrom(plain, []));
      plain = [];
    };
    for (let i = 0; i < segment.tokens.length;) {
      const match = columnAt(segment.tokens, i, Infinity);
      if (match === null) {
        plain.push(segment.tokens[i]!);
        i++;
        continue;
      }
      flush();
      heads.push(headFrom(segment.tokens.slice(i, match.end), match.kinds));
      i = match.end;
    }
    flush();
  }
  return heads;
}

function headFrom(tokens: Token[], kinds: readonly ColumnKind[]): Head {
  return {
    tokens,
    kinds,
    x0: Math.min(...tokens.map((token) => token.x0)),
    x1: Math.max(...tokens.map((token) => token.x1)),
  };
}

/** Joins headings printed one above another (`Prix` over `unitaire`). */
function stack(lines: readonly Line[]): Head[] {
  const heads: Head[] = [];
  for (const line of lines) {
    for (const head of headsOf(line)) {
      const above = heads.find((other) => {
        const shared = Math.min(head.x1, other.x1) - Math.max(head.x0, other.x0);
        return shared > 0.4 * Math.min(head.x1 - head.x0, other.x1 - other.x0);
      });
      if (above === undefined) {
        heads.push(head);
        continue;
      }
      above.tokens = [...above.tokens, ...head.tokens];
      above.x0 = Math.min(above.x0, head.x0);
      above.x1 = Math.max(above.x1, head.x1);
      const words = above.tokens.filter((token) => token.norm !== '');
      const whole = columnAt(words, 0, Infinity);
      if (whole !== null && whole.end === words.length) above.kinds = whole.kinds;
      else if (above.kinds.length === 0) above.kinds = head.kinds;
    }
  }
  return heads.sort((a, b) => a.x0 - b.x0);
}

/** One kind for each column; a heading that may mean two things takes what is still missing. */
function settle(heads: readonly Head[]): Column[] {
  const columns: Column[] = [];
  const taken = new Set<ColumnKind>();
  const kindsLeft = (head: Head): ColumnKind[] => head.kinds.filter((kind) => !taken.has(kind));
  const chosen = new Map<Head, ColumnKind>();
  for (const head of heads) {
    if (head.kinds.length === 1 && !taken.has(head.kinds[0]!)) {
      chosen.set(head, head.kinds[0]!);
      taken.add(head.kinds[0]!);
    }
  }
  for (const head of heads) {
    const left = kindsLeft(head);
    if (!chosen.has(head) && left.length > 0) {
      chosen.set(head, left[0]!);
      taken.add(left[0]!);
    }
  }
  const again = heads.filter((head) => !chosen.has(head) && head.kinds.includes('netAmount'));
  const last = again[again.length - 1];
  for (const head of heads) {
    const kind = chosen.get(head);
    if (kind === 'netAmount' && last !== undefined && last.x0 > head.x0) continue;
    if (kind !== undefined) columns.push({ kind, x0: head.x0, x1: head.x1 });
    else if (head === last) columns.push({ kind: 'netAmount', x0: head.x0, x1: head.x1 });
  }
  return columns;
}

function isItemTable(columns: readonly Column[]): boolean {
  const has = (kind: ColumnKind) => columns.some((column) => column.kind === kind);
  const amount = has('netAmount') || has('grossAmount');
  if (has('quantity')) return has('unitPrice') || amount;
  return amount && (has('unitPrice') || has('description'));
}

const looksLikeHeading = (line: Line): boolean => {
  if (line.tokens.length > LONGEST_HEADING) return false;
  const digits = line.tokens.filter((token) => /\d/.test(token.text)).length;
  if (digits > 0 && digits >= 0.2 * line.tokens.length) return false;
  // `Date de livraison : 28/01/2022` announces a value, not a column.
  if (line.tokens.some((token) => token.text === ':' || /\d{4}/.test(token.text))) return false;
  const heads = headsOf(line);
  return heads.some((head) => head.kinds.length > 0) || heads.length <= 3;
};

const named = (line: Line): number => headsOf(line).filter((head) => head.kinds.length > 0).length;

/** Stacked headings may be set on slightly different heights: that many lines around the main one. */
const BAND_LINES = 4;

/** The headings of an item table whose main line is `at`, stacked lines around it included; null when there is none. */
export function headerAt(lines: readonly Line[], at: number): TableHeader | null {
  const main = lines[at]!;
  if (main.tokens.length > LONGEST_HEADING || named(main) < 2) return null;
  const words = main.tokens.filter((token) => token.norm !== '').length;
  const meant = headsOf(main).reduce((sum, head) => sum + (head.kinds.length > 0 ? head.tokens.length : 0), 0);
  if (meant < 0.4 * words) return null;
  const digits = main.tokens.filter((token) => /\d/.test(token.text)).length;
  if (digits > 0.2 * main.tokens.length) return null;
  let first = at;
  let last = at;
  const close = (a: Line, b: Line) => a.page === b.page && b.y0 - a.y1 < 0.7 * main.em;
  while (
    first > 0 &&
    at - first < BAND_LINES &&
    close(lines[first - 1]!, lines[first]!) &&
    looksLikeHeading(lines[first - 1]!)
  )
    first--;
  while (
    last + 1 < lines.length &&
    last - at < BAND_LINES &&
    close(lines[last]!, lines[last + 1]!) &&
    looksLikeHeading(lines[last + 1]!)
  )
    last++;
  const stacked = settle(stack(lines.slice(first, last + 1)));
  const alone = settle(stack([main]));
  const useStack =
    isItemTable(stacked) &&
    new Set(stacked.map((column) => column.kind)).size > new Set(alone.map((column) => column.kind)).size;
  const columns = useStack ? stacked : alone;
  if (!isItemTable(columns)) return null;
  return { columns, firstLine: useStack ? first : at, lastLine: useStack ? last : at };
}
