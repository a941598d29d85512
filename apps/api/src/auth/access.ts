import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import { type Principal, type Role } from '../../../../libs/identity/index.js';
import { ApiProblems } from '../problem/api-problems.js';

export const ROLES_KEY = 'sandy:roles';
export const PUBLIC_KEY = 'sandy:public';

/** Anybody may call. */
export const Public = () => SetMetadata(PUBLIC_KEY, true);

/** Who may call; a call without it is open to everybody who is signed in. */
export const Roles = (...roles: Role[]) =>
  applyDecorators(SetMetadata(ROLES_KEY, roles), ApiProblems('auth.forbidden'));

/** Everybody but the auditor, who reads only. */
export const Editors = () => Roles('admin', 'accountant', 'reviewer');

/** Documents how to sign in for a controller. */
export const SignedIn = () => applyDecorators(ApiBearerAuth(), ApiSecurity('apiKey'), ApiProblems('auth.required'));

export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  return context.switchToHttp().getRequest<{ user: Principal }>().user;
});
