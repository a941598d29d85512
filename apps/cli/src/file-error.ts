import { asSandyError, SandyError, type ErrorCode, type ErrorParams } from '../../../libs/domain/index.js';

export interface FileError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly params: ErrorParams;
}

/** Why a file that was named on the command line could not be read. */
export function fileError(error: unknown): FileError {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'resource.not_found', message: 'There is no such file.', params: {} };
    case 'EISDIR':
      return {
        ...told(new SandyError('document.unsupported_type', { reason: 'folder' })),
        message: 'This is a folder.',
      };
    default:
      return told(asSandyError(error));
  }
}

const told = ({ code, message, params }: SandyError): FileError => ({ code, message, params });
