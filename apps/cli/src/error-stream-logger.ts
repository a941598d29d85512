import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/** The log on standard error: results alone go to standard output. */
export class ErrorStreamLogger extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['warn', 'error', 'fatal'], colors: process.stderr.isTTY === true });
  }

  protected override printMessages(
    messages: unknown[],
    context?: string,
    level?: LogLevel,
    _stream?: 'stdout' | 'stderr',
    ...rest: unknown[]
  ): void {
    const print = super.printMessages as (...values: unknown[]) => void;
    print.call(this, messages, context, level, 'stderr', ...rest);
  }
}
