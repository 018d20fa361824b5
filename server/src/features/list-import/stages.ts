import type { Words } from '../../kernel/language.js';
import type { Reader } from '../../kernel/uow.js';
import { listPipelines, pipelineWords, stagesOf, stageWords } from '../records/index.js';
import { BadRow } from './problems.js';

/** A stage with the names by which files may call it and its pipeline, in lower case. */
export interface StageChoice {
  id: string;
  names: readonly string[];
  pipelines: readonly string[];
}

/** The stages that tickets or deals may be in, in their order. */
export async function stageChoices(reader: Reader, type: 'TICKET' | 'DEAL'): Promise<StageChoice[]> {
  const pipelines = await listPipelines(reader, type);
  const stages = await stagesOf(
    reader,
    pipelines.map(({ id }) => id),
  );
  return pipelines.flatMap((pipeline) =>
    stages
      .filter(({ pipelineId }) => pipelineId === pipeline.id)
      .map(({ id, name, word }) => ({
        id,
        names: inEveryLanguage(name ?? stageWords(word)),
        pipelines: inEveryLanguage(pipeline.name ?? pipelineWords(type)),
      })),
  );
}

/** The stages that a row may mean, the likeliest first; null where it names none. */
export function stagesNamed(
  { stage, pipeline }: { stage: string | undefined; pipeline: string | undefined },
  choices: readonly StageChoice[],
): string[] | null {
  if (stage === undefined && pipeline === undefined) return null;
  const named = (names: readonly string[], text: string | undefined): boolean =>
    text === undefined || names.includes(text.toLowerCase());
  const found = choices.filter(({ names, pipelines }) => named(names, stage) && named(pipelines, pipeline));
  if (found.length === 0) throw new BadRow('NO_SUCH_STAGE', [pipeline, stage].filter((text) => text !== undefined).join(': '));
  return found.map(({ id }) => id);
}

function inEveryLanguage(words: Words): string[] {
  return (typeof words === 'string' ? [words] : Object.values(words)).map((text) => text.toLowerCase());
}
