import type { ComponentType } from 'react';
import type { Field, Values } from './schema.js';

/** What the generated form of a plugin's settings is given. */
export interface FormProps {
  fields: readonly Field[];
  values: Values;
  onChange: (values: Values) => void;
  /** Names of secrets that have a value already. */
  secretsSet: readonly string[];
  /** What the server found wrong, by the place of the field: names and numbers with dots between, such as `fields.2.label`. */
  errors: Readonly<Record<string, string>>;
  /** Shows what is missing, once somebody tried to go on. */
  strict: boolean;
  /** Where this form stands in a larger one, with a dot at the end. */
  path?: string;
}

/** What the forms of things within a form are given: they are drawn by the form itself, which therefore comes along. */
export interface InnerFormProps extends Pick<FormProps, 'errors' | 'strict' | 'path'> {
  Form: ComponentType<FormProps>;
}
