const KEY = 'sandy.session';

interface Session {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

let current: Session | null = restore();

function restore(): Session | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept ? (JSON.parse(kept) as Session) : null;
  } catch {
    return null;
  }
}

/** The bearer token, or null when nobody is signed in or the session is over. */
export function token(): string | null {
  return current && current.expiresAt > Date.now() ? current.token : null;
}

/** Kept for this tab only. */
export function openSession(accessToken: string, expiresInSeconds: number): void {
  current = { token: accessToken, expiresAt: Date.now() + expiresInSeconds * 1000 };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that forbids storage keeps the session until the page is left.
  }
}

export function closeSession(): void {
  current = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

const listeners = new Set<() => void>();

/** @returns how to stop listening */
export function onSessionOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server no longer knows the token: it ran out, or the user was blocked. */
export function sessionOver(): void {
  if (current === null) return;
  closeSession();
  listeners.forEach((listener) => listener());
}
