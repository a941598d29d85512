import { SandyError } from '../domain/index.js';
import { type EngineHealth, type OcrEngine } from './ocr-engine.js';

export interface ListedEngine extends EngineHealth {
  readonly id: string;
}

/** The engines of this installation, in the order in which they are offered. */
export class EngineRegistry {
  private readonly byId: ReadonlyMap<string, OcrEngine>;

  /** @throws Error when two engines have one id */
  constructor(private readonly engines: readonly OcrEngine[]) {
    this.byId = new Map(engines.map((engine) => [engine.id, engine]));
    if (this.byId.size !== engines.length) throw new Error('two engines with one id');
  }

  /** @throws SandyError `engine.unknown` */
  get(id: string): OcrEngine {
    const engine = this.byId.get(id);
    if (!engine) throw new SandyError('engine.unknown', { engine: id });
    return engine;
  }

  list(): Promise<ListedEngine[]> {
    return Promise.all(this.engines.map(async (engine) => ({ id: engine.id, ...(await engine.health()) })));
  }

  async dispose(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.dispose?.()));
  }
}
