import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type Request } from 'express';
import { SandyError } from '../../../../libs/domain/index.js';
import { IdentityService, type Principal, type Role } from '../../../../libs/identity/index.js';
import { PUBLIC_KEY, ROLES_KEY } from './access.js';

@Injectable()
export class BearerGuard extends AuthGuard('jwt') {
  override handleRequest<T>(error: unknown, user: T): T {
    if (error) throw error;
    if (!user) throw new SandyError('auth.required');
    return user;
  }
}

/** A bearer token or an API key, then the role. Nothing is open unless it says so. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly bearer: BearerGuard,
    private readonly identity: IdentityService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_KEY, targets)) return true;

    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    const key = request.header('x-api-key');
    if (key !== undefined) {
      const principal = await this.identity.principalOfApiKey(key);
      if (!principal) throw new SandyError('auth.required');
      request.user = principal;
    } else {
      await this.bearer.canActivate(context);
    }

    const roles = this.reflector.getAllAndOverride<Role[]>(ROLES_KEY, targets);
    if (roles && !roles.includes(request.user!.role)) throw new SandyError('auth.forbidden');
    return true;
  }
}
