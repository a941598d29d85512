import enCodes from './en/codes.json';
import enUi from './en/ui.json';
import frCodes from './fr/codes.json';
import frUi from './fr/ui.json';

type Messages = { readonly [key: string]: string | Messages };

function flat(messages: Messages, prefix = ''): Record<string, string> {
  return Object.entries(messages).reduce<Record<string, string>>(
    (all, [key, value]) => ({
      ...all,
      ...(typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`)),
    }),
    {},
  );
}

const french = flat({ ...frUi, ...frCodes });
const english = flat({ ...enUi, ...enCodes });
const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('the words of the back office', () => {
  it('are there in both languages, none empty', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
    expect(Object.entries({ ...french, ...english }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same places for values in both languages', () => {
    const differing = Object.keys(french).filter(
      (key) => placeholders(french[key]!).join() !== placeholders(english[key]!).join(),
    );
    expect(differing).toEqual([]);
  });

  it('have as many plural forms in both languages', () => {
    const forms = (text: string) => text.split('||||').length;
    expect(Object.keys(french).filter((key) => forms(french[key]!) !== forms(english[key]!))).toEqual([]);
  });
});
