import { Entity, Index } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';

/** A person on the other side. */
@Entity('contact')
@Index('ix_contact_owner_id_id', ['ownerId', 'id'])
@Index('ix_contact_deleted_at', ['deletedAt'], { where: '"deleted_at" IS NOT NULL' })
export class Contact {
  @Text({ primary: true })
  id!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  avatarUrl!: string | null;

  /** The colleague who looks after him. */
  @Text({ nullable: true })
  ownerId!: string | null;

  /** Since when he lies in the bin (D44). */
  @BigInteger({ nullable: true })
  deletedAt!: number | null;

  /** Of one that was merged: the contact that he is now. */
  @Text({ nullable: true })
  mergedIntoId!: string | null;

  /** By the id of the property. */
  @Json()
  fields!: Record<string, unknown>;

  @BigInteger()
  createdAt!: number;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
