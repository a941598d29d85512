export * from './engine-registry.js';
export * from './ocr-engine.js';
export * from './tesseract/tesseract-engine.js';
export * from './text/text-engine.js';
export * from './text/text-layer-quality.js';
