import { ValidateIf } from 'class-validator';

/** May be left out, but null is a value like any other and is checked. */
export const Given = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
