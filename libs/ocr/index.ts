export * from './ocr-engine.js';
export * from './tesseract/tesseract-engine.js';
export * from './engine-registry.js';
export * from './text/text-engine.js';
