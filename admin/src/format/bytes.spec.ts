import { formatBytes } from './bytes';

describe('file sizes', () => {
  it('are written in the unit that a person would choose', () => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(formatBytes(48_213, 'fr-FR'))).toBe('48 ko');
    expect(plain(formatBytes(2_560_000, 'fr-FR'))).toBe('2,6 Mo');
    expect(plain(formatBytes(900, 'en-GB'))).toBe('900 byte');
  });
});
