import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PublicAddress } from '../../kernel/public-address.js';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { ImportKind } from './import-kinds.js';
import type { ListImport } from './list-import.entity.js';
import { ListImportService, type ImportInput, type ImportPreview } from './list-import.service.js';
import type { PlannedRow } from './planned-row.js';
import { reasonOf } from './problems.js';

/** Taking lists in from files. */
@Resolver('ListImport')
export class ListImportResolver {
  constructor(
    private readonly imports: ListImportService,
    private readonly address: PublicAddress,
  ) {}

  @Query('listImportPreview')
  preview(@Context() { ctx }: GqlContext, @Args('input') input: ImportInput) {
    const work = async () => ({ preview: await this.imports.preview(ctx, input) });
    return payload<{ preview: ImportPreview | null }>({ preview: null }, work, ['input']);
  }

  @Query('listImports')
  list(@Context() { ctx }: GqlContext, @Args('kind') kind?: ImportKind | null): Promise<ListImport[]> {
    return this.imports.list(ctx, kind ?? null);
  }

  @Mutation('listImport')
  start(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('input') input: ImportInput) {
    const work = async () => ({ listImport: await this.imports.start(ctx, id, input) });
    return payload<{ listImport: ListImport | null }>({ listImport: null }, work, ['input']);
  }

  @ResolveField('problemsUrl')
  problemsUrl({ id, bad }: ListImport): string | null {
    return bad === 0 ? null : this.address.path(`/files/imports/${id}/problems.csv`);
  }
}

/** What would become of a row. */
@Resolver('ListImportRow')
export class ListImportRowResolver {
  @ResolveField('line')
  line({ row }: PlannedRow): number {
    return row.line;
  }

  @ResolveField('cells')
  cells({ row }: PlannedRow): string[] {
    return row.cells;
  }

  @ResolveField('reason')
  reason({ problem }: PlannedRow, { language }: { language?: string | null }): string | null {
    return problem && reasonOf(problem, language);
  }
}
