import { Entity, Index } from 'typeorm';
import { Integer, Text } from '../../kernel/columns.js';

/** A step of a pipeline. */
@Entity('stage')
@Index('ix_stage_pipeline_id', ['pipelineId'])
export class Stage {
  @Text({ primary: true })
  id!: string;

  @Text()
  pipelineId!: string;

  /** Null for those that come with the product: `word` says how they are called. */
  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  word!: string | null;

  /** What it means to be here: under way, done (closed, won), or lost. */
  @Text()
  outcome!: 'OPEN' | 'DONE' | 'LOST';

  @Integer()
  position!: number;
}
