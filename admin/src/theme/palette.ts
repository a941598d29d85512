/** Every pair that carries text holds at least 4.5:1. */
export const INK = '#1d2a2e';
export const INK_SOFT = '#55636a';
export const LINE = '#e4e1da';
export const LINE_STRONG = '#c9c5bb';
export const GROUND = '#f7f6f3';
export const PAPER = '#ffffff';
export const SHADE = '#f1efe9';
export const PETROL = '#17494d';
export const PETROL_SOFT = '#e4eeed';
export const SAND = '#e3b566';

export interface Tone {
  readonly text: string;
  readonly ground: string;
  readonly line: string;
}

export const TONES = {
  neutral: { text: '#4b565c', ground: '#eeece6', line: '#b6b3aa' },
  calm: { text: '#2b5a86', ground: '#e8f0f7', line: '#8fb3d3' },
  amber: { text: '#7d4f00', ground: '#fdf2dc', line: '#e0a93c' },
  green: { text: '#1f6140', ground: '#e5f2ea', line: '#7fbd9a' },
  red: { text: '#9c2b23', ground: '#fbe9e7', line: '#d9776f' },
} as const satisfies Record<string, Tone>;

export type ToneName = keyof typeof TONES;

export const STATUS_TONES: Readonly<Record<string, ToneName>> = {
  queued: 'neutral',
  processing: 'calm',
  in_review: 'amber',
  accepted: 'green',
  rejected: 'neutral',
  failed: 'red',
};
