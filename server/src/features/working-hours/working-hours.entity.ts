import { Entity } from 'typeorm';
import { BigInteger, Integer, Json, Text } from '../../kernel/columns.js';
import type { DayOff, Slot } from './hours.js';

/** When an inbox or a person works. */
@Entity('working_hours')
export class WorkingHours {
  /** The inbox or the agent. */
  @Text({ primary: true })
  ownerId!: string;

  /** Of the IANA database. */
  @Text()
  timeZone!: string;

  @Json()
  slots!: Slot[];

  /** Holidays and absences; null is none. */
  @Json({ nullable: true })
  daysOff!: DayOff[] | null;

  @BigInteger()
  updatedAt!: number;

  @Integer({ default: 1 })
  version!: number;
}
