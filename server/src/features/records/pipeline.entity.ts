import { Entity } from 'typeorm';
import { BigInteger, Integer, Text } from '../../kernel/columns.js';

/** The way that tickets or deals go, stage by stage. */
@Entity('pipeline')
export class Pipeline {
  @Text({ primary: true })
  id!: string;

  @Text()
  type!: 'TICKET' | 'DEAL';

  /** Null for the one that comes with the product: it is called in the language of who looks. */
  @Text({ nullable: true })
  name!: string | null;

  @Integer()
  position!: number;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
