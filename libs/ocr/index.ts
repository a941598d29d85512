export * from './ocr-engine.js';
export * from './tesseract/tesseract-engine.js';
