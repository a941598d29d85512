export type XmlContent = string | readonly (XmlNode | null)[];

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: XmlContent;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const el = (name: string, content: XmlContent, attributes: Record<string, string> = {}): XmlNode => ({
  name,
  attributes,
  content,
});

/** The element, or nothing where there is no text for it. */
export const optional = (name: string, text: string | null, attributes: Record<string, string> = {}): XmlNode | null =>
  text === null ? null : el(name, text, attributes);

function write(node: XmlNode, indent: string): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (typeof node.content === 'string')
    return `${indent}<${node.name}${attributes}>${escaped(node.content)}</${node.name}>`;
  const children = node.content.filter((child) => child !== null).map((child) => write(child, `${indent}  `));
  return `${indent}<${node.name}${attributes}>\n${children.join('\n')}\n${indent}</${node.name}>`;
}

export const xmlDocument = (root: XmlNode): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`, 'utf8');
