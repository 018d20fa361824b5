import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { payload } from '../../kernel/user-errors.js';
import type { ContactImport } from './contact-import.entity.js';
import { ContactImportService, type ImportInput, type ImportPreview } from './contact-import.service.js';
import type { PlannedRow } from './plan.js';
import { reasonOf } from './problems.js';

/** Taking contacts in from a file. */
@Resolver('ContactImport')
export class ContactImportResolver {
  constructor(private readonly imports: ContactImportService) {}

  @Query('contactImportPreview')
  preview(@Context() { ctx }: GqlContext, @Args('input') input: ImportInput) {
    const work = async () => ({ preview: await this.imports.preview(ctx, input) });
    return payload<{ preview: ImportPreview | null }>({ preview: null }, work, ['input']);
  }

  @Query('contactImports')
  list(@Context() { ctx }: GqlContext): Promise<ContactImport[]> {
    return this.imports.list(ctx);
  }

  @Mutation('contactImport')
  start(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('input') input: ImportInput) {
    const work = async () => ({ contactImport: await this.imports.start(ctx, id, input) });
    return payload<{ contactImport: ContactImport | null }>({ contactImport: null }, work, ['input']);
  }

  @ResolveField('problemsUrl')
  problemsUrl(@Parent() { id, bad }: ContactImport): string | null {
    return bad === 0 ? null : `/files/imports/${id}/problems.csv`;
  }
}

/** What would become of a row. */
@Resolver('ContactImportRow')
export class ContactImportRowResolver {
  @ResolveField('line')
  line(@Parent() { row }: PlannedRow): number {
    return row.line;
  }

  @ResolveField('cells')
  cells(@Parent() { row }: PlannedRow): string[] {
    return row.cells;
  }

  @ResolveField('reason')
  reason(@Parent() { problem }: PlannedRow, @Args('language') language?: string | null): string | null {
    return problem && reasonOf(problem, language);
  }
}
