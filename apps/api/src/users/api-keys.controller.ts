import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdentityService } from '../../../../libs/identity/index.js';
import { Roles, SignedIn } from '../auth/access.js';
import { ApiProblems } from '../problem/api-problems.js';
import { ApiKeyDto, CreatedApiKeyDto, NewApiKeyDto } from './users.dto.js';

@ApiTags('users')
@SignedIn()
@Roles('admin')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly identity: IdentityService) {}

  @Get()
  @ApiOperation({ summary: 'Keys of integrators' })
  @ApiOkResponse({ type: ApiKeyDto, isArray: true })
  list(): Promise<ApiKeyDto[]> {
    return this.identity.listApiKeys();
  }

  @Post()
  @ApiOperation({ summary: 'Make a key', description: 'The key is in this answer only.' })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  @ApiProblems('request.invalid')
  async add(@Body() { name, role }: NewApiKeyDto): Promise<CreatedApiKeyDto> {
    const { apiKey, key } = await this.identity.addApiKey(name, role);
    return { ...apiKey, key };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a key' })
  @ApiNoContentResponse()
  @ApiProblems('resource.not_found')
  remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.identity.removeApiKey(id);
  }
}
