import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { reserveName } from './free-name.js';

/** Hidden, inside the watched folder, so that moving a file there is a rename, which only one process wins. */
const WORK_FOLDER = '.taking';

/** What tells one content of a file from another without reading it. */
export interface Sighting {
  readonly size: number;
  readonly modifiedMs: number;
}

/** @returns null when it is gone */
export async function sightingOf(path: string): Promise<Sighting | null> {
  const found = await stat(path).catch(nullIfMissing);
  return found && { size: found.size, modifiedMs: found.mtimeMs };
}

export const isSame = (a: Sighting | null | undefined, b: Sighting | null | undefined): boolean =>
  !!a && !!b && a.size === b.size && a.modifiedMs === b.modifiedMs;

/**
 * A file moved out of a watched folder into a hidden one of its own, where nobody can replace it. The hidden folder is
 * kept fresh while the claim lasts: one that has gone stale belongs to a process that died.
 */
export class InboxClaim {
  private readonly renewal: NodeJS.Timeout;

  private constructor(
    readonly name: string,
    private readonly home: string,
    leaseMs: number,
  ) {
    const renew = () => void utimes(home, new Date(), new Date()).catch(() => undefined);
    this.renewal = setInterval(renew, leaseMs / 3).unref();
  }

  /** @returns null when somebody else was quicker */
  static async take(inbox: string, name: string, leaseMs: number, from = inbox): Promise<InboxClaim | null> {
    const home = join(inbox, WORK_FOLDER, randomBytes(8).toString('hex'));
    await mkdir(home, { recursive: true });
    try {
      await rename(join(from, name), join(home, name));
    } catch (error) {
      await rmdir(home);
      return nullIfMissing(error as NodeJS.ErrnoException);
    }
    return new InboxClaim(name, home, leaseMs);
  }

  /** Takes over what processes that died had claimed. */
  static async takeAbandoned(inbox: string, leaseMs: number): Promise<InboxClaim[]> {
    const claims: InboxClaim[] = [];
    const work = join(inbox, WORK_FOLDER);
    for (const folder of await namesIn(work)) {
      const home = join(work, folder);
      const found = await stat(home).catch(nullIfMissing);
      if (!found || Date.now() - found.mtimeMs < leaseMs) continue;
      for (const name of await namesIn(home)) {
        const claim = await InboxClaim.take(inbox, name, leaseMs, home);
        if (claim) claims.push(claim);
      }
      await removeIfEmpty(home);
    }
    return claims;
  }

  get path(): string {
    return join(this.home, this.name);
  }

  /** Under a free name: a second `facture.pdf` becomes `facture.pdf.2`. @returns the name */
  async moveTo(folder: string): Promise<string> {
    const name = await reserveName(folder, this.name);
    try {
      await rename(this.path, join(folder, name));
    } catch (error) {
      await rm(join(folder, name));
      throw error;
    }
    return name;
  }

  /** What was not moved out is taken over once the claim has gone stale. */
  async end(): Promise<void> {
    clearInterval(this.renewal);
    await removeIfEmpty(this.home);
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(nullIfMissing)) ?? [];

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
  });
}
