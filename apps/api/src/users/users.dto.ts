import { ApiProperty, ApiPropertyOptional, PartialType, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Given } from '../problem/given.js';
import { ROLES, type Role } from '../../../../libs/identity/index.js';

export class UserDto {
  @ApiProperty({ example: 2 })
  id!: number;

  @ApiProperty({ example: 'claire.martin@exemple.fr' })
  email!: string;

  @ApiProperty({ example: 'Claire Martin' })
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;

  @ApiProperty({ example: true })
  active!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;
}

export class NewUserDto {
  @ApiProperty({ example: 'claire.martin@exemple.fr' })
  @IsEmail({ require_tld: false })
  @MaxLength(191)
  email!: string;

  @ApiProperty({ example: 'Claire Martin' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES)
  role!: Role;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password!: string;
}

export class ChangeUserDto extends PartialType(OmitType(NewUserDto, ['email']), { skipNullProperties: false }) {
  @ApiPropertyOptional({ description: 'False blocks the user and ends their sessions' })
  @Given()
  @IsBoolean()
  active?: boolean;
}

export class ApiKeyDto {
  @ApiProperty({ example: 1 })
  id!: number;

  @ApiProperty({ example: 'ERP' })
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;

  @ApiProperty({ example: 'sandy_a1B2c', description: 'First characters, to tell keys apart' })
  prefix!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: Date | null;
}

export class NewApiKeyDto {
  @ApiProperty({ example: 'ERP' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES)
  role!: Role;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({ description: 'Shown this once. Send as `X-Api-Key`.' })
  key!: string;
}
