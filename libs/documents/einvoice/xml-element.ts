import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SandyError } from '../../domain/index.js';

/** Invoices carry attachments as base64, so megabytes are usual; the limits are far above any real invoice. */
export const XML_LIMITS = { maxCharacters: 32 * 1024 * 1024, maxTags: 400_000, maxDepth: 60 } as const;

type Node = Readonly<Record<string, unknown>>;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const refuse = (reason: string, cause?: unknown): SandyError =>
  new SandyError('einvoice.invalid_xml', { reason: reason.slice(0, 200) }, { cause });

function character(code: number): string {
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!allowed || (code >= 0xd800 && code <= 0xdfff)) throw refuse(`character reference ${code}`);
  return String.fromCodePoint(code);
}

/** Only the five entities of XML and character references: there is no DTD that could define others. */
function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7});|#x([0-9a-fA-F]{1,6});|(\w+);)?/g, (whole, decimal, hex, name: string) => {
    if (decimal) return character(Number(decimal));
    if (hex) return character(parseInt(hex as string, 16));
    const value = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (value === undefined) throw refuse(`entity ${whole}`);
    return value;
  });
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An element of a parsed document, asked by local names: prefixes and namespaces do not matter. */
export class XmlElement {
  constructor(
    readonly name: string,
    private readonly node: Node,
  ) {}

  /** Direct children of that name; `'A|B'` takes either, the first spelling that occurs. */
  all(name: string): XmlElement[] {
    for (const one of name.split('|')) {
      const found = Object.hasOwn(this.node, one) ? this.node[one] : undefined;
      if (Array.isArray(found)) return (found as Node[]).map((node) => new XmlElement(one, node));
    }
    return [];
  }

  /** Every element at the end of a path like `Party/PostalAddress|Address/CityName`. */
  find(path: string): XmlElement[] {
    return path
      .split('/')
      .reduce<XmlElement[]>((elements, name) => elements.flatMap((element) => element.all(name)), [this]);
  }

  first(path: string): XmlElement | null {
    return this.find(path)[0] ?? null;
  }

  /** The text of the first element at the path that has any, white space made single. */
  text(path: string): string | null {
    for (const element of this.find(path)) {
      if (element.content !== null) return element.content;
    }
    return null;
  }

  get content(): string | null {
    const plain = unescape(String(this.node['#text'] ?? ''));
    const verbatim = this.all('#cdata').map((part) => String(part.node['#text'] ?? ''));
    return tidy([plain, ...verbatim].join(' ')) || null;
  }

  attribute(name: string): string | null {
    const value = this.node[`@${name}`];
    return typeof value === 'string' ? tidy(unescape(value)) : null;
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  alwaysCreateTextNode: true,
  cdataPropName: '#cdata',
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  maxNestedTags: XML_LIMITS.maxDepth,
});

function countTags(text: string): number {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0 && tags <= XML_LIMITS.maxTags; at = text.indexOf('<', at + 1)) tags++;
  return tags;
}

/**
 * The root element. Nothing outside the text is ever read, and a document type of any kind is refused, so there are no
 * external entities and no entity bombs.
 * @throws SandyError `einvoice.invalid_xml`
 */
export function parseXml(text: string): XmlElement {
  if (text.length > XML_LIMITS.maxCharacters) throw refuse('too large');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) throw refuse('document type');
  if (countTags(text) > XML_LIMITS.maxTags) throw refuse('too many tags');
  const tree = parseTree(text);
  const roots = Object.entries(tree).filter(([name]) => name !== '#text');
  const [name, nodes] = roots[0] ?? [];
  if (roots.length !== 1 || !name || !Array.isArray(nodes) || nodes.length !== 1) throw refuse('not one root');
  return new XmlElement(name, nodes[0] as Node);
}

function parseTree(text: string): Node {
  try {
    const tree = parser.parse(text) as Node;
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) throw refuse(verdict.err.msg);
    return tree;
  } catch (error) {
    if (error instanceof SandyError) throw error;
    throw refuse(error instanceof Error ? error.message : 'not readable', error);
  }
}
