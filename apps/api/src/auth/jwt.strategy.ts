import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SandyError } from '../../../../libs/domain/index.js';
import { IdentityService, type Principal, type TokenClaims } from '../../../../libs/identity/index.js';
import { JWT_SECRET } from './jwt-secret.js';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(JWT_SECRET) secret: string,
    private readonly identity: IdentityService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: secret,
      algorithms: ['HS256'],
      ignoreExpiration: false,
    });
  }

  async validate(claims: TokenClaims): Promise<Principal> {
    const user = await this.identity.userOf(claims);
    if (!user) throw new SandyError('auth.required');
    return { actor: user.email, role: user.role, userId: user.id };
  }
}
