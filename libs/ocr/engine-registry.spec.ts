import { EngineRegistry } from './engine-registry.js';
import { type OcrEngine } from './ocr-engine.js';
import { TextEngine } from './text/text-engine.js';

const broken: OcrEngine = {
  id: 'broken',
  recognise: () => Promise.reject(new Error('never asked')),
  health: () => Promise.reject(new Error('no answer')),
};

describe('the engine registry', () => {
  it('gives an engine by its id', () => {
    const engine = new TextEngine();
    expect(new EngineRegistry([engine]).get('text')).toBe(engine);
  });

  it('names the known engines when asked for another', () => {
    expect(() => new EngineRegistry([new TextEngine()]).get('psychic')).toThrow(
      expect.objectContaining({ code: 'engine.unknown', params: { engine: 'psychic', known: 'text' } }),
    );
  });

  it('lists all engines with their state, even one that cannot say how it is', async () => {
    expect(await new EngineRegistry([new TextEngine(), broken]).list()).toEqual([
      { id: 'text', available: true, reason: null },
      { id: 'broken', available: false, reason: 'health_check_failed' },
    ]);
  });

  it('refuses two engines of one id', () => {
    expect(() => new EngineRegistry([new TextEngine(), new TextEngine()])).toThrow('text');
  });
});
