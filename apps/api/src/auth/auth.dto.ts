import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { ROLES, type Role } from '../../../../libs/identity/index.js';

export class LoginDto {
  @ApiProperty({ example: 'admin@sandy.local' })
  @IsEmail({ require_tld: false })
  @MaxLength(191)
  email!: string;

  @ApiProperty({ example: 'correct horse battery' })
  @IsString()
  @MaxLength(200)
  password!: string;
}

export class TokenDto {
  @ApiProperty({ description: 'Send as `Authorization: Bearer …`' })
  accessToken!: string;

  @ApiProperty({ example: 28800, description: 'Seconds' })
  expiresIn!: number;
}

export class MeDto {
  @ApiProperty({ example: 'admin@sandy.local' })
  actor!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;

  @ApiProperty({ type: Number, nullable: true, example: 1 })
  userId!: number | null;
}

export class ChangePasswordDto {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  present!: string;

  @ApiProperty({ minLength: 10, maxLength: 200 })
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  next!: string;
}
