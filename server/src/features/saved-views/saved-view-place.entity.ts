import { Entity } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** Where a view stands in the left bar of one person. */
@Entity('saved_view_place')
export class SavedViewPlace {
  @Text({ primary: true })
  userId!: string;

  @Text({ primary: true })
  viewId!: string;

  @Integer()
  position!: number;
}
