/** A leading `=`, `+`, `-`, `@`, tab or carriage return starts a formula in spreadsheets; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

export function csvCell(text: string, separator: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte-order mark, which Excel needs to read accents. */
export function csvText(rows: readonly (readonly string[])[], separator: string): string {
  const lines = rows.map((row) => row.map((cell) => csvCell(cell, separator)).join(separator));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
