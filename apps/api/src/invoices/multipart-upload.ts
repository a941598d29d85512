import busboy from 'busboy';
import { type Request } from 'express';
import { type Readable } from 'node:stream';
import { SandyError } from '../../../../libs/domain/index.js';
import { type ReceivedFile, type Receiver } from '../../../../libs/storage/index.js';

export interface Upload {
  readonly file: ReceivedFile;
  /** As the sender called it; for people only. */
  readonly fileName: string;
  readonly engine: string | null;
}

const LIMITS = { files: 1, fields: 5, fieldSize: 1000, fieldNameSize: 100, parts: 6, headerPairs: 50 };

/**
 * Streams the part `file` to the receiving folder; reads the text part `engine`.
 * @throws SandyError `request.no_file`, `request.malformed`, `request.invalid` (more parts than one file and a few
 *   fields), or what the receiver throws; nothing is left behind
 */
export async function receiveUpload(request: Request, receiver: Receiver): Promise<Upload> {
  let parser: busboy.Busboy;
  try {
    parser = busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch (cause) {
    throw new SandyError('request.no_file', {}, { cause });
  }

  let file: Promise<ReceivedFile> | null = null;
  let fileName = '';
  let engine: string | null = null;
  const parsed = new Promise<void>((resolve, reject) => {
    const tooMuch = () => reject(new SandyError('request.invalid', { reason: 'too_many_parts' }));
    parser.on('file', (name: string, part: Readable, info: busboy.FileInfo) => {
      // A form that ends too early fails the part, perhaps before anybody reads it.
      part.on('error', () => {});
      if (name !== 'file') return part.resume();
      fileName = cleanName(info.filename);
      file = receiver.receive(part).catch((cause: unknown) => {
        const cutOff = part.errored && !(cause instanceof SandyError);
        throw cutOff ? new SandyError('request.malformed', { reason: 'cut_off' }, { cause }) : cause;
      });
      file.catch(reject);
    });
    parser.on('field', (name, value) => {
      if (name === 'engine' && value !== '') engine = value;
    });
    parser.on('partsLimit', tooMuch).on('filesLimit', tooMuch).on('fieldsLimit', tooMuch);
    parser.on('error', (cause) => reject(new SandyError('request.malformed', {}, { cause })));
    parser.on('close', resolve);
    request.on('aborted', () => reject(new SandyError('request.malformed', { reason: 'aborted' })));
  });

  request.pipe(parser);
  try {
    await parsed;
    if (!file) throw new SandyError('request.no_file');
    return { file: await (file as Promise<ReceivedFile>), fileName, engine };
  } catch (error) {
    request.unpipe(parser);
    request.resume();
    parser.destroy();
    const received = await (file as Promise<ReceivedFile> | null)?.catch(() => null);
    if (received) await receiver.discard(received.path);
    throw error;
  }
}

/** The last part of a path, without control characters. */
function cleanName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';

  return (
    last
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .trim()
      .slice(0, 255) || 'document'
  );
}
