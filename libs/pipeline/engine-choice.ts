import { SandyError } from '../domain/index.js';
import { type EngineRegistry } from '../ocr/index.js';

/** How a document may be read: by itself (`auto`), its embedded XML alone, or one engine. */
export const BUILT_IN_CHOICES = ['auto', 'embedded'] as const;

export interface OfferedEngine {
  readonly id: string;
  readonly available: boolean;
  readonly reason: string | null;
  readonly default: boolean;
}

export class EngineChoice {
  constructor(
    private readonly engines: EngineRegistry,
    readonly fallback: string,
  ) {}

  async list(): Promise<OfferedEngine[]> {
    const builtIn = BUILT_IN_CHOICES.map((id) => ({ id, available: true, reason: null }));
    const all = [...builtIn, ...(await this.engines.list())];
    return all.map(({ id, available, reason }) => ({ id, available, reason, default: id === this.fallback }));
  }

  /** @throws SandyError `engine.unknown`, `engine.unavailable` */
  async check(id: string): Promise<void> {
    const found = (await this.list()).find((engine) => engine.id === id);
    if (!found) throw new SandyError('engine.unknown', { engine: id.slice(0, 40) });
    if (!found.available) throw new SandyError('engine.unavailable', { engine: id, reason: found.reason });
  }
}
