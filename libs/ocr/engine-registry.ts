import { SandyError } from '../domain/index.js';
import { type EngineHealth, type OcrEngine } from './ocr-engine.js';

export interface ListedEngine extends EngineHealth {
  readonly id: string;
}

/** The engines that this installation has, whether or not they can work at the moment. */
export class EngineRegistry {
  private readonly engines = new Map<string, OcrEngine>();

  /** @throws RangeError for two engines of one id */
  constructor(engines: readonly OcrEngine[]) {
    for (const engine of engines) {
      if (this.engines.has(engine.id)) throw new RangeError(`two engines are called ${engine.id}`);
      this.engines.set(engine.id, engine);
    }
  }

  /** @throws SandyError `engine.unknown` */
  get(id: string): OcrEngine {
    const engine = this.engines.get(id);
    if (!engine) throw new SandyError('engine.unknown', { engine: id, known: [...this.engines.keys()].join(', ') });
    return engine;
  }

  /** An engine that cannot even say how it is counts as unavailable. */
  list(): Promise<ListedEngine[]> {
    return Promise.all(
      [...this.engines.values()].map(async (engine) => {
        try {
          return { id: engine.id, ...(await engine.health()) };
        } catch {
          return { id: engine.id, available: false, reason: 'health_check_failed' };
        }
      }),
    );
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.engines.values()].map((engine) => engine.dispose?.()));
  }
}
