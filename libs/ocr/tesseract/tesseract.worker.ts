import { parentPort, workerData } from 'node:worker_threads';
import { loadCore } from './core.js';
import { type RecogniseRequest, type TesseractReply, type TesseractWorkerData } from './protocol.js';
import { Recogniser } from './recogniser.js';

/** Entry of the worker thread in which pages are prepared and read by Tesseract, one at a time. */

if (!parentPort) throw new Error('started outside a worker thread');
const port = parentPort;
const { languageFiles } = workerData as TesseractWorkerData;
const recogniser = new Recogniser(await loadCore(), languageFiles);
const answer = (reply: TesseractReply): void => port.postMessage(reply);

port.on('message', (request: RecogniseRequest) => {
  try {
    answer({ kind: 'words', words: recogniser.recognise(request) });
  } catch (error) {
    // A trap of the wasm leaves its heap in an unknown state.
    const fatal = !(error instanceof Error) || error.name === 'RuntimeError';
    answer({ kind: 'error', message: error instanceof Error ? error.message : String(error), fatal });
  }
});
answer({ kind: 'ready' });
