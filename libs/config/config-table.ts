import { type Setting } from './setting.js';
import { SCHEMA } from './schema.js';

/** The Markdown table of README.md. */
export function configTable(): string {
  const rows = (Object.values(SCHEMA) as Setting<unknown>[]).map((setting) => {
    const fallback = setting.fallbackDoc ?? (setting.fallback === null ? 'none' : `\`${String(setting.fallback)}\``);
    return `| \`${setting.name}\` | ${fallback} | ${setting.doc} |`;
  });
  return ['| Variable | Default | What it is |', '|---|---|---|', ...rows].join('\n');
}
