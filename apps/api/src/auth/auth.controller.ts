import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ThrottlerGuard } from '@nestjs/throttler';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../../libs/config/index.js';
import { SandyError } from '../../../../libs/domain/index.js';
import { IdentityService, type Principal, type TokenClaims } from '../../../../libs/identity/index.js';
import { ApiProblems } from '../problem/api-problems.js';
import { Caller, Public, SignedIn } from './access.js';
import { ChangePasswordDto, LoginDto, MeDto, TokenDto } from './auth.dto.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly identity: IdentityService,
    private readonly jwt: JwtService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @UseGuards(ThrottlerGuard)
  @Post('login')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in',
    description: 'At most 10 attempts a minute on one account from one address, and 60 from one address.',
  })
  @ApiOkResponse({ type: TokenDto })
  @ApiProblems('request.invalid', 'auth.invalid_credentials', 'request.rate_limited')
  async login(@Body() { email, password }: LoginDto): Promise<TokenDto> {
    const user = await this.identity.signIn(email, password);
    const claims: TokenClaims = { sub: user.id, version: user.tokenVersion };
    const expiresIn = this.config.jwtMinutes * 60;
    return { accessToken: await this.jwt.signAsync(claims, { expiresIn }), expiresIn };
  }

  @SignedIn()
  @Get('me')
  @ApiOperation({ summary: 'Who I am' })
  @ApiOkResponse({ type: MeDto })
  me(@Caller() caller: Principal): MeDto {
    return { ...caller };
  }

  @SignedIn()
  @UseGuards(ThrottlerGuard)
  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change my password', description: 'Ends all my sessions.' })
  @ApiNoContentResponse()
  @ApiProblems('request.invalid', 'auth.invalid_credentials', 'auth.forbidden', 'request.rate_limited')
  async changePassword(@Caller() caller: Principal, @Body() { present, next }: ChangePasswordDto): Promise<void> {
    if (caller.userId === null) throw new SandyError('auth.forbidden');
    await this.identity.changeOwnPassword(caller.actor, present, next);
  }
}
