import { Injectable } from '@nestjs/common';
import { AuthOptions } from '../../auth/index.js';
import { WorkspaceService } from '../../workspace/index.js';

/** Where the mails come from. */
@Injectable()
export class MailPlace {
  constructor(
    private readonly workspace: WorkspaceService,
    private readonly options: AuthOptions,
  ) {}

  async facts(): Promise<{ workspace: string; origin: string }> {
    return { workspace: (await this.workspace.current()).name, origin: this.options.publicOrigin ?? '' };
  }
}
