export { demoSet } from './demo-set.js';
export { BUYERS, type Company, type Supplier, SUPPLIERS, supplierByKey } from './company.js';
export { type Flaw, FLAWS } from './invent-invoice.js';
export { type SampleInvoice } from './invoice-model.js';
export { LAYOUTS } from './layouts/index.js';
export { makeSample, type Sample, SAMPLE_FORMATS, type SampleFormat, type SampleOptions } from './sample.js';
export { Random } from './random.js';
export { type EmbeddedTruth, type SampleTruth, type TruthLine } from './truth.js';
export { writeSample, writeSamples } from './write-samples.js';
