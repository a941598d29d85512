import { Body, Controller, Get, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdentityService, type User } from '../../../../libs/identity/index.js';
import { Roles, SignedIn } from '../auth/access.js';
import { ApiProblems } from '../problem/api-problems.js';
import { ChangeUserDto, NewUserDto, UserDto } from './users.dto.js';

const toDto = ({ tokenVersion: _, ...user }: User): UserDto => user;

@ApiTags('users')
@SignedIn()
@Roles('admin')
@Controller('users')
export class UsersController {
  constructor(private readonly identity: IdentityService) {}

  @Get()
  @ApiOperation({ summary: 'All users' })
  @ApiOkResponse({ type: UserDto, isArray: true })
  async list(): Promise<UserDto[]> {
    return (await this.identity.listUsers()).map(toDto);
  }

  @Post()
  @ApiOperation({ summary: 'Add a user' })
  @ApiCreatedResponse({ type: UserDto })
  @ApiProblems('request.invalid', 'user.email_taken')
  async add(@Body() user: NewUserDto): Promise<UserDto> {
    return toDto(await this.identity.addUser(user));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a user', description: 'A new password, role or block ends the user’s sessions.' })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems('request.invalid', 'resource.not_found', 'user.last_admin')
  async change(@Param('id', ParseIntPipe) id: number, @Body() change: ChangeUserDto): Promise<UserDto> {
    return toDto(await this.identity.changeUser(id, change));
  }
}
