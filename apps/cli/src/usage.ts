/** Wrong words on the command line: exit code 2. */
export class UsageError extends Error {}

export interface Command {
  /** @returns the exit code */
  run(args: string[]): Promise<number>;
}

export interface CommandEntry {
  readonly name: string;
  readonly form: string;
  readonly about: string;
  load(): Promise<Command>;
}

export function usage(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ form }) => form.length));
  const rows = commands.map(({ form, about }) => `  sandy ${form.padEnd(width)}  ${about}`);
  return ['Usage:', ...rows].join('\n');
}
