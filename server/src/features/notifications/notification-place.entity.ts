import { Entity } from 'typeorm';
import { BigInteger, Text } from '../../kernel/columns.js';

/** Up to where the journal was made into notifications: one row. */
@Entity('notification_place')
export class NotificationPlace {
  @Text({ primary: true })
  id!: string;

  @BigInteger()
  position!: number;
}
