export interface MalformedFile {
  /** With the extension that the sender would give it, which need not be what it is. */
  readonly name: string;
  readonly bytes: Buffer;
  /** What was done to it: `cut`, `pdf-encrypted` … */
  readonly kind: string;
  /** False where the damage may leave a readable document: then reading it is right too. */
  readonly mustBeRefused: boolean;
}

/** Samples of every type that is read, to be damaged. */
export interface BaseFile {
  readonly extension: string;
  readonly bytes: Buffer;
}
