import { type AuthProvider, type UserIdentity } from 'react-admin';
import { ApiError } from './api-error';
import { call } from './http';
import { closeSession, openSession, token } from './session';
import { type Me, type Token } from './types';

let me: Promise<Me> | null = null;

function whoAmI(): Promise<Me> {
  me ??= call<Me>('/auth/me').catch((error: unknown) => {
    me = null;
    throw error;
  });
  return me;
}

export async function signIn(email: string, password: string): Promise<void> {
  const { accessToken, expiresIn } = await call<Token>('/auth/login', { method: 'POST', body: { email, password } });
  me = null;
  openSession(accessToken, expiresIn);
}

export const authProvider: AuthProvider = {
  login: ({ email, password }: { email: string; password: string }) => signIn(email, password),
  logout: () => {
    closeSession();
    me = null;
    return Promise.resolve();
  },
  checkAuth: () => (token() ? Promise.resolve() : Promise.reject(new ApiError('auth.required', 401))),
  checkError: (error: unknown) => {
    const over = error instanceof ApiError && error.status === 401 && error.code !== 'auth.invalid_credentials';
    return over ? Promise.reject(error) : Promise.resolve();
  },
  getIdentity: async (): Promise<UserIdentity> => {
    const { actor, userId } = await whoAmI();
    return { id: userId ?? actor, fullName: actor };
  },
  getPermissions: async () => (token() ? (await whoAmI()).role : null),
};
