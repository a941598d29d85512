/** One environment variable: how it is read, what it is without being set, and what it is for. */
export interface Setting<T> {
  readonly name: string;
  readonly doc: string;
  readonly fallback: T;
  /** Shown in the table instead of the fallback, for values that are made at run time. */
  readonly fallbackDoc?: string;
  /** Never printed. */
  readonly secret?: boolean;
  /** @throws Error with a sentence that ends "NAME must …" */
  parse(text: string): T;
}

type Options = Pick<Setting<unknown>, 'fallbackDoc' | 'secret'>;

export function text(name: string, fallback: string, doc: string, options: Options = {}): Setting<string> {
  return { name, doc, fallback, ...options, parse: (value) => value };
}

export function optionalText(name: string, doc: string, options: Options = {}): Setting<string | null> {
  return { name, doc, fallback: null, ...options, parse: (value) => value };
}

export function integer(
  name: string,
  fallback: number,
  range: readonly [number, number],
  doc: string,
  options: Options = {},
): Setting<number> {
  return {
    name,
    doc,
    fallback,
    ...options,
    parse(value) {
      const number = Number(value);
      if (!Number.isInteger(number) || number < range[0] || number > range[1]) {
        throw new Error(`must be a whole number from ${range[0]} to ${range[1]}`);
      }
      return number;
    },
  };
}

export function share(name: string, fallback: number, doc: string): Setting<number> {
  return {
    name,
    doc,
    fallback,
    parse(value) {
      const number = Number(value);
      if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new Error('must be a number from 0 to 1');
      return number;
    },
  };
}

export function oneOf<const T extends string>(
  name: string,
  values: readonly T[],
  fallback: T,
  doc: string,
): Setting<T> {
  return {
    name,
    doc: `${doc} One of ${values.map((value) => `\`${value}\``).join(', ')}.`,
    fallback,
    parse(value) {
      const found = values.find((candidate) => candidate === value);
      if (!found) throw new Error(`must be one of ${values.join(', ')}`);
      return found;
    },
  };
}
